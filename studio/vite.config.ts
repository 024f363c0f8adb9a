import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import { mock } from './mock/server'

// `PORTWAY=http://127.0.0.1:8080 npm run dev` shows the pages of a running `portway serve`; without it a small mock answers.
const server = process.env['PORTWAY']

export default defineConfig({
  base: './',
  plugins: [svelte(), ...(server === undefined ? [mock()] : [])],
  server: {
    fs: { allow: ['..'] },
    ...(server === undefined ? {} : { proxy: { '/api': { target: server, changeOrigin: true } } }),
  },
  build: {
    target: 'es2023',
    // The server's policy allows no `data:` scripts, and a font or an icon of a few bytes costs nothing as a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: { include: ['test/**/*.test.ts'] },
})
