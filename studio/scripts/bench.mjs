// Draws ten thousand moving vehicles in headless Chromium and prints what a frame takes: npm run bench
import { createServer } from 'vite'
import { browser } from './browser.mjs'

const server = await createServer({ server: { port: 0 }, logLevel: 'error' })
await server.listen()
const chromium = await browser()
try {
  const page = await chromium.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(`${server.resolvedUrls.local[0]}bench.html`)
  await page.waitForFunction(() => 'bench' in globalThis, null, { timeout: 60_000 })
  const { active, work, frames } = await page.evaluate(() => globalThis.bench)
  const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(1)
  console.log(`${active} vehicles moving, 1440 × 900, software drawing, ${frames.length} frames`)
  console.log(`                 median    p95`)
  console.log(`script, ms     ${at(work, 0.5).padStart(8)} ${at(work, 0.95).padStart(6)}`)
  console.log(`frame, ms      ${at(frames, 0.5).padStart(8)} ${at(frames, 0.95).padStart(6)}`)
  const rate = (1000 * frames.length) / frames.reduce((sum, ms) => sum + ms, 0)
  console.log(`frames/s       ${rate.toFixed(1).padStart(8)}`)
  if (rate < 30) process.exitCode = 1
} finally {
  await chromium.close()
  await server.close()
}
