import { svelte } from '@sveltejs/vite-plugin-svelte'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

// `portway serve FOLDER` answers while pages are written; PORTWAY says where, when it is not the usual address.
const target = process.env['PORTWAY'] ?? 'http://127.0.0.1:8470'
// The server lets only its own pages change something, and here they come through another port.
const proxy = { '/api': { target, changeOrigin: true, headers: { origin: target } } }

/** What the server lets a page do (`PAGES` in crates/serve/src/guard.rs), so that a preview fails where the binary would. */
const policy =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** The library of the map is fetched beside all else, and runs when the map asks for it. */
const early: Plugin = {
  name: 'fetch-the-map-early',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle }) =>
      Object.values(bundle ?? {})
        .filter((file) => file.type === 'chunk' && file.moduleIds.some((id) => id.includes('/maplibre-gl/dist/')))
        .map(({ fileName }) => ({ tag: 'link', attrs: { rel: 'modulepreload', href: `./${fileName}`, fetchpriority: 'low' }, injectTo: 'head' })),
  },
}

export default defineConfig({
  base: './',
  plugins: [svelte(), early],
  server: { fs: { allow: ['..'] }, proxy },
  preview: { proxy, headers: { 'content-security-policy': policy } },
  build: {
    target: 'es2023',
    // Older browsers know no light-dark(), and what it would be rewritten to does not see a theme that the page chooses.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // The server's policy allows no `data:` scripts, and a font or an icon of a few bytes costs nothing as a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The libraries inside are given away with the binary, and their licences ask to be given with them.
    license: { fileName: 'licences.md' },
  },
  // A machine that builds at the same time is slow, and no test here measures time.
  test: { include: ['test/**/*.test.ts'], testTimeout: 30_000 },
})
