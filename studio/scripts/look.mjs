// Looks at pages as people do, and has axe-core look as well: node scripts/look.mjs FOLDER look[,look…] NAME=HASH …
// A look is language:theme:size, e.g. `ru:light:phone`. AXE=1 asks axe-core, SHOTS=0 takes no pictures.
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'

const [folder = 'shots', looks = 'en:light:desk', ...pages] = process.argv.slice(2)
const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']
const base = process.env.STUDIO ?? 'http://127.0.0.1:5173/'
const axe = process.env.AXE === '1' ? createRequire(import.meta.url).resolve('axe-core/axe.min.js') : null

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGS })
let found = 0
for (const look of looks.split(',')) {
  const [language, theme, size] = look.split(':')
  const page = await browser.newPage({ viewport: SIZES[size], bypassCSP: true })
  page.on('console', (message) => message.type() === 'error' && console.log(look, message.text()))
  page.on('pageerror', (error) => console.log(look, error.message, error.stack?.split('\n')[1] ?? ''))
  await page.addInitScript(([l, t]) => (localStorage.setItem('portway-language', l), localStorage.setItem('portway-theme', t)), [language, theme])
  for (const one of pages) {
    const [name, hash, act] = one.split('=')
    await page.goto(`${base}icon.svg`)
    await page.goto(base + hash.replaceAll('~', '='), { waitUntil: 'domcontentloaded' })
    await page.waitForTimeout(Number(process.env.WAIT ?? 1800))
    if (act !== undefined) await page.evaluate(act.replaceAll('~', '='))
    if (act !== undefined) await page.waitForTimeout(Number(process.env.WAIT ?? 1800))
    if (process.env.SHOTS !== '0') {
      const main = await page.evaluate(() => document.getElementById('main')?.scrollHeight ?? 0)
      if (process.env.WHOLE === '1') await page.setViewportSize({ ...SIZES[size], height: Math.min(6000, Math.max(SIZES[size].height, main + 110)) })
      await page.waitForTimeout(150)
      await page.screenshot({ path: `${folder}/${name}-${look.replaceAll(':', '-')}.png` })
      await page.setViewportSize(SIZES[size])
    }
    const wide = await page.evaluate(() => { const main = document.getElementById('main'); return main === null ? 0 : main.scrollWidth - main.clientWidth })
    if (wide > 0) console.log(name, look, `scrolls sideways by ${wide} px`)
    if (axe !== null) {
      await page.addScriptTag({ path: axe })
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
      found += violations.length
      for (const { id, help, nodes } of violations) console.log(name, look, id, help, nodes.slice(0, 3).map(({ html, any }) => `\n    ${html.slice(0, 160)} ${any[0]?.message?.slice(0, 120) ?? ''}`).join(''))
    }
  }
  await page.close()
}
await browser.close()
process.exitCode = found > 0 ? 1 : 0
