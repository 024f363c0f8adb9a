// What planners do in the studio, from the first look to the second browser that edits the same text.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, afterEach, before, test } from 'node:test'
import { World } from './world.mjs'

let world
before(async () => (world = await World.open()))
after(() => world.close())
afterEach(async () => {
  await world.closeTabs()
  assert.deepEqual(world.complaints.splice(0), [])
})

const LANES = 'facility.kani-kurgan.stage.freight.lanes'
const RUN = { kind: 'run', scenarios: [{ name: '2026-01' }], replications: 5 }

test('open and look: the answer, the places, the map', async () => {
  await world.study(RUN)
  const page = await world.tab('map')
  await page.getByText('vehicles a day cross the border').waitFor()
  await page.getByRole('row', { name: /Kani-Kurgan checkpoint/ }).waitFor()
  await page.locator('.gauge').first().waitFor()
  await page.getByRole('row', { name: /Kani-Kurgan checkpoint/ }).click()
  await page.getByText('Freight lanes').first().waitFor()
})

test('change lanes, try it, read the difference, keep it as a new scenario', async () => {
  const page = await world.tab('facility/kani-kurgan?scenario=2026-01')
  await page.getByRole('button', { name: /Freight lanes/ }).first().click()
  const lanes = page.getByLabel('lanes', { exact: true })
  await lanes.fill('three')
  await page.getByRole('alert').first().waitFor()
  assert.equal(await page.getByRole('button', { name: 'Try it' }).isDisabled(), true)
  await lanes.fill('1')
  await page.getByRole('button', { name: 'Try it' }).click()
  const tried = page.getByRole('region', { name: 'What the changes bring' })
  await tried.getByText('±').first().waitFor()
  assert.equal(world.text('scenarios.toml').includes(`${LANES} = 1\n`), false, 'what is tried is written nowhere')

  await page.getByRole('button', { name: 'Keep it' }).click()
  await page.getByLabel('As a new scenario based on it').check()
  await page.getByLabel(/^Name/).fill('one-lane')
  await page.getByRole('button', { name: 'Write' }).click()
  await page.getByText(/^Written into/).waitFor()
  const text = world.text('scenarios.toml')
  assert.match(text, /\[scenario\.one-lane\]\n(.*\n)*set\.facility\.kani-kurgan\.stage\.freight\.lanes = 1\n/)
  assert.ok(text.startsWith(readFileSync(new URL('../../corridors/amur/scenarios.toml', import.meta.url), 'utf8')), 'comments and order stay')
})

test('run, and share the answer as a link that opens again', async () => {
  const page = await world.tab('scenarios')
  const study = await world.study({ ...RUN, seed: 7 })
  await page.goto(`${world.address}#/results/${study.id}`)
  await page.getByText(/vehicles a day cross/).first().waitFor()
  await page.reload()
  await page.getByText(/vehicles a day cross/).first().waitFor()
})

test('people and vehicles are told apart where both cross', async () => {
  const study = await world.study({ kind: 'run', scenarios: [{ name: 'cableway-year' }], from: '2026-07-06', to: '2026-07-08', replications: 2 })
  const page = await world.tab(`results/${study.id}?scenario=cableway-year`)
  await page.getByText(/people and .* vehicles a day cross/).first().waitFor()
  await page.getByText(/people and vehicles cross on a mean day/).first().waitFor()
})

test('compare two scenarios and read which differences are sure', async () => {
  const compared = await world.study({ kind: 'compare', scenarios: [{ name: '2026-01' }, { name: 'temporary' }], replications: 5 })
  const page = await world.tab(`results/${compared.id}`)
  await page.getByText('±').first().waitFor()
  await page.getByRole('main').getByText('Temporary checkpoint').first().waitFor()
})

test('another language without a reload, and the numbers as people there write them', async () => {
  const study = await world.study(RUN)
  const page = await world.tab(`results/${study.id}`)
  await page.evaluate(() => (window.sameDocument = true))
  for (const [language, navigation, number] of [['ru', 'Карта', /\d,\d\s±\s\d,\d/], ['zh', '地图', /\d\.\d\s±\s\d\.\d/], ['en', 'Map', /\d\.\d\s±\s\d\.\d/]]) {
    await page.locator('select').filter({ hasText: '中文' }).selectOption(language)
    await page.getByRole('link', { name: navigation, exact: true }).waitFor()
    await page.getByText(number).first().waitFor()
    assert.match(await page.locator('html').getAttribute('lang'), new RegExp(`^${language}`))
  }
  assert.equal(await page.evaluate(() => window.sameDocument), true)
})

test('export a chart as numbers, and download the tables', async () => {
  const study = await world.study(RUN)
  const page = await world.tab(`results/${study.id}`)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /CSV/ }).first().click()])
  const text = readFileSync(await download.path(), 'utf8')
  assert.ok(text.split('\n').length > 31, text)
  const parquet = await fetch(`${world.address}api/v1/studies/${study.id}/files/hourly.parquet`)
  assert.equal(Buffer.from(await parquet.arrayBuffer()).subarray(0, 4).toString(), 'PAR1')
})

test('two tabs write the same text: the second is told, and nothing is lost', async () => {
  const [first, second] = [await world.tab('text/money.toml'), await world.tab('text/money.toml')]
  const editor = (page) => page.getByRole('textbox', { name: 'money.toml' })
  const before = world.text('money.toml')
  for (const [page, line] of [[first, '# from the first\n'], [second, '# from the second\n']]) {
    await editor(page).waitFor()
    await page.bringToFront()
    await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('currency'), undefined, { polling: 100 })
    await editor(page).fill(line + before)
  }
  // A browser draws only the tab that is in front.
  await first.bringToFront()
  await first.getByRole('button', { name: 'Save', exact: true }).click()
  await first.getByText('Saved', { exact: true }).waitFor()
  await second.bringToFront()
  await second.getByRole('button', { name: 'Save', exact: true }).click()
  const dialog = second.getByRole('dialog')
  await dialog.getByText('# from the first').waitFor()
  await dialog.getByText('# from the second').waitFor()
  assert.equal(world.text('money.toml'), `# from the first\n${before}`)
  await dialog.getByRole('button', { name: 'Keep mine' }).click()
  await second.getByText('Saved', { exact: true }).waitFor()
  assert.equal(world.text('money.toml'), `# from the second\n${before}`)
})

test('unsaved text outlives a reload', async () => {
  const page = await world.tab('text/calendars.toml')
  await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('[calendar.'), undefined, { polling: 100 })
  const editor = page.getByRole('textbox', { name: 'calendars.toml' })
  await editor.fill(`# kept\n${world.text('calendars.toml')}`)
  page.on('dialog', (dialog) => dialog.accept())
  await page.reload()
  await page.waitForFunction(() => document.querySelector('textarea')?.value.startsWith('# kept'), undefined, { polling: 100 })
})

test('the server is killed and starts again: the page goes on, and what was finished is there', async () => {
  const study = await world.study(RUN)
  const page = await world.tab(`results/${study.id}`)
  await page.getByText(/vehicles a day cross/).first().waitFor()
  const text = world.text('scenarios.toml')
  await world.kill('SIGKILL')
  await world.start()
  await page.reload()
  await page.getByText(/vehicles a day cross/).first().waitFor()
  assert.equal(world.text('scenarios.toml'), text)
})
