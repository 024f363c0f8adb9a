// Screenshots of a page for the eye: node scripts/shot.mjs ADDRESS FOLDER [language:theme:size …]
import { mkdirSync } from 'node:fs'
import { browser as launch } from './browser.mjs'

const [address = 'http://localhost:5173/', folder = 'shots', ...looks] = process.argv.slice(2)
const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }

mkdirSync(folder, { recursive: true })
const browser = await launch()
for (const look of looks.length > 0 ? looks : ['en:light:desk', 'zh:dark:desk', 'ru:light:desk', 'ru:light:phone']) {
  const [language, theme, size] = look.split(':')
  const page = await browser.newPage({ viewport: SIZES[size] })
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && console.log(look, message.text()))
  page.on('pageerror', (error) => console.log(look, error.message))
  await page.addInitScript(([l, t]) => (localStorage.setItem('portway-language', l), localStorage.setItem('portway-theme', t)), [language, theme])
  await page.goto(address, { waitUntil: 'domcontentloaded' })
  await page.waitForTimeout(Number(process.env.WAIT ?? 2500))
  await page.screenshot({ path: `${folder}/${look.replaceAll(':', '-')}.png` })
  await page.close()
}
await browser.close()
