// Walks through the pages as a planner does, against a running server whose folder may be written:
// STUDIO=http://127.0.0.1:5173/ FOLDER=/tmp/amur node scripts/walk.mjs [facility|text|scenarios|results …]
import assert from 'node:assert/strict'
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const base = process.env.STUDIO ?? 'http://127.0.0.1:5173/'
const folder = process.env.FOLDER ?? ''
const shots = process.env.SHOTS ?? ''
const wanted = process.argv.slice(2)
if (shots !== '') mkdirSync(shots, { recursive: true })

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, acceptDownloads: true })
await context.addInitScript(() => localStorage.setItem('portway-language', 'en'))
const page = await context.newPage()
page.setDefaultTimeout(20_000)
page.on('console', (message) => message.type() === 'error' && console.log('console:', message.text().slice(0, 300)))
page.on('pageerror', (error) => console.log('error in the page:', error.message))
page.on('dialog', (dialog) => void dialog.accept())

const open = async (hash) => {
  await page.goto(`${base}icon.svg`)
  await page.goto(base + hash)
}
const shot = async (name) => shots !== '' && page.screenshot({ path: join(shots, `walk-${name}.png`), fullPage: false })
const text = (file) => readFileSync(join(folder, file), 'utf8')
const button = (name) => page.getByRole('button', { name, exact: true })

const walks = {
  async facility() {
    const before = text('scenarios.toml')
    await open('#/facility/kani-kurgan?scenario=2026-01')
    await page.getByRole('button', { name: /^Freight lanes/ }).first().click()
    const lanes = page.getByLabel('lanes', { exact: true }).first()
    await lanes.fill('four')
    await page.locator('[aria-invalid=true]').first().waitFor()
    await shot('facility-wrong')
    await lanes.fill('2')
    await page.getByText('Can be run').waitFor()
    await page.reload()
    await page.getByText('Can be run').waitFor()
    await button('Try it').click()
    await page.locator('.tried .short').waitFor({ timeout: 90_000 })
    assert.match(await page.locator('.tried .short').innerText(), /crossings|time door to door/)
    await shot('facility-tried')
    await button('Keep it').click()
    await page.getByText('+set.facility.kani-kurgan.stage.freight.lanes = 2').waitFor()
    await shot('facility-keep')
    await button('Write').click()
    await page.getByText('Written into').waitFor()
    assert.match(text('scenarios.toml'), /set\.facility\.kani-kurgan\.stage\.freight\.lanes = 2/)
    await page.locator('.kept').getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Written into').waitFor({ state: 'detached' })
    assert.equal(text('scenarios.toml'), before)
  },

  async text() {
    const before = text('money.toml')
    try {
      await open('#/text/money.toml')
      const area = page.locator('.editor textarea')
      await page.waitForFunction(() => document.querySelector('.editor textarea')?.value.length > 10)
      await area.fill(`${before}\nnonsense = [\n`)
      await page.getByText(/mistake/).first().waitFor()
      await shot('text-mistake')
      await page.reload()
      await page.waitForFunction(() => document.querySelector('.editor textarea')?.value.includes('nonsense'))
      await area.fill(`${before}\n# Mine.\n`)
      await page.getByText('The folder has no mistakes').waitFor()
      appendFileSync(join(folder, 'money.toml'), '\n# Theirs.\n')
      await button('Save').click()
      await page.getByText('was changed by somebody else').waitFor()
      await shot('text-conflict')
      await button('Go on writing').click()
      assert.match(await area.inputValue(), /# Mine\./)
      await button('Save').click()
      await page.getByText('Saved', { exact: true }).waitFor()
      assert.match(text('money.toml'), /# Mine\./)
    } finally {
      writeFileSync(join(folder, 'money.toml'), before)
    }
  },

  async scenarios() {
    const before = text('scenarios.toml')
    try {
      await open('#/scenarios')
      await page.getByRole('button', { name: /^Copy January 2026/ }).click()
      const dialog = page.locator('dialog[open]')
      await dialog.getByLabel(/^Name/).fill('walked')
      await dialog.getByLabel('Title').fill('A walk')
      await dialog.getByText('+[scenario.walked]').waitFor()
      await button('Write').click()
      await page.getByRole('heading', { name: 'A walk' }).waitFor()
      await button('Edit').click()
      const area = page.locator('dialog[open] textarea')
      await page.waitForFunction(() => document.querySelector('dialog[open] textarea')?.value.includes('A walk'))
      await area.fill((await area.inputValue()).replace('A walk', 'A longer walk'))
      await page.locator('dialog[open] .added').first().waitFor()
      await shot('scenario-edit')
      await page.waitForTimeout(800)
      await page.locator('dialog[open]').getByRole('button', { name: 'Write' }).click()
      await page.getByRole('heading', { name: 'A longer walk' }).waitFor()
      await button('Delete').click()
      await page.locator('dialog[open]').getByRole('button', { name: 'Delete' }).click()
      await page.getByRole('heading', { name: 'Scenarios' }).waitFor()
      assert.equal(text('scenarios.toml').trimEnd(), before.trimEnd())
    } finally {
      writeFileSync(join(folder, 'scenarios.toml'), before)
    }
  },

  async results() {
    await open('#/results?scenario=2026-01')
    const chart = page.locator('.plot').first()
    await chart.waitFor()
    const box = await chart.boundingBox()
    await page.mouse.move(box.x + 200, box.y + 100)
    await page.mouse.down()
    await page.mouse.move(box.x + 420, box.y + 110, { steps: 5 })
    await shot('results-drag')
    await page.mouse.up()
    await page.getByRole('button', { name: 'All', exact: true }).first().waitFor()
    await chart.focus()
    await page.keyboard.press('ArrowRight')
    await page.locator('.reading').first().waitFor()
    await shot('results-zoomed')
    for (const kind of ['PNG', 'SVG', 'CSV']) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: kind, exact: true }).first().click()])
      assert.ok(readFileSync(await download.path()).length > 300, kind)
      if (shots !== '') await download.saveAs(join(shots, download.suggestedFilename()))
    }
  },
}

for (const [name, walk] of Object.entries(walks)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  try {
    await walk()
    console.log(`${name}: walked`)
  } catch (error) {
    await shot(`${name}-failed`)
    console.log(`${name}: ${error.message}`)
    process.exitCode = 1
  }
}
await browser.close()
