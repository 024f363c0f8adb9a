import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

// `portway serve FOLDER` answers while pages are written; PORTWAY says where, when it is not the usual address.
const target = process.env['PORTWAY'] ?? 'http://127.0.0.1:8470'
// The server lets only its own pages change something, and here they come through another port.
const proxy = { '/api': { target, changeOrigin: true, headers: { origin: target } } }

export default defineConfig({
  base: './',
  plugins: [svelte()],
  server: { fs: { allow: ['..'] }, proxy },
  preview: { proxy },
  build: {
    target: 'es2023',
    // The oldest browsers that know `light-dark()`; for older ones it would be taken apart, and the two halves get lost.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // The server's policy allows no `data:` scripts, and a font or an icon of a few bytes costs nothing as a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: { include: ['test/**/*.test.ts'] },
})
