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
  const dialog = page.getByRole('dialog')
  assert.equal(await dialog.getByRole('radio', { name: /^As a new scenario/ }).isChecked(), true, 'nothing is written over unasked')
  const title = dialog.getByRole('textbox', { name: 'Title' })
  assert.match(await title.inputValue(), /^January 2026.*Freight lanes 1$/)
  await title.fill('January 2026: sixteen lanes')
  await dialog.getByText('Another scenario has this title.').waitFor()
  assert.equal(await dialog.getByRole('button', { name: 'Write' }).isDisabled(), true)
  await title.fill('One lane')
  await dialog.getByText('one-lane', { exact: true }).waitFor()
  await dialog.getByRole('button', { name: 'Choose another' }).click()
  await dialog.getByRole('textbox', { name: /^Name/ }).fill('One lane')
  await dialog.getByText(/^Lower-case letters/).waitFor()
  await dialog.getByRole('textbox', { name: /^Name/ }).fill('one-lane')
  await dialog.getByRole('button', { name: 'Write' }).click()
  await page.getByText(/^Written into/).waitFor()
  for (const name of ['Run it', 'Compare with the base', 'Undo']) await page.getByRole('button', { name, exact: true }).waitFor()
  await page.getByRole('link', { name: 'Open it' }).waitFor()
  const text = world.text('scenarios.toml')
  assert.match(text, /\[scenario\.one-lane\]\n(.*\n)*set\.facility\.kani-kurgan\.stage\.freight\.lanes = 1\n/)
  assert.ok(text.startsWith(readFileSync(new URL('../../corridors/amur/scenarios.toml', import.meta.url), 'utf8')), 'comments and order stay')
})

test('a check that takes too long says so, and is done again', async () => {
  const page = await world.tab('facility/kani-kurgan?scenario=2026-01')
  await page.getByRole('button', { name: /Freight lanes/ }).first().click()
  await page.route('**/values', (route) => route.fulfill({ status: 408 }), { times: 1 })
  await page.getByLabel('lanes', { exact: true }).fill('2')
  await page.getByText('changed by you, no evidence yet').waitFor()
  await page.getByText('The server took too long to answer.').waitFor()
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('Can be run').waitFor()
  await page.getByText('10 → 2', { exact: true }).first().waitFor()
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

test('scenarios beside each other list only the values that differ', async () => {
  const page = await world.tab('scenarios?beside=2026-01,2025-05-permanent')
  await page.getByRole('region', { name: 'Beside each other' }).waitFor()
  assert.equal(await page.getByText('Values that differ').count(), 0, 'neither changes any')
  await page.goto(`${world.address}#/scenarios?beside=2025-05,2025-05-permanent`)
  await page.getByText('Values that differ').waitFor()
  const rows = await page.locator('tbody tr:has(code)').evaluateAll((all) => all.map((one) => [...one.querySelectorAll('td')].map((cell) => cell.textContent.trim())))
  assert.ok(rows.length > 0)
  for (const [a, b] of rows) assert.notEqual(a, b)
})

test('an answer in the language before does not come after that in the language now', async () => {
  const page = await world.tab('facility/kani-kurgan?scenario=2026-01')
  const subtitle = page.getByText(/January 2026/).and(page.locator('p'))
  await subtitle.first().waitFor()
  // English is asked for once more and answered late, after Chinese has been chosen.
  await page.route(/\/corridor\?lang=en/, async (route) => {
    await new Promise((done) => setTimeout(done, 3000))
    await route.continue()
  })
  const choose = (language) => page.locator('select').filter({ hasText: '中文' }).selectOption(language)
  await choose('ru')
  await choose('en')
  await choose('zh')
  await subtitle.first().waitFor({ state: 'detached' })
  await page.waitForTimeout(4000)
  assert.equal(await subtitle.count(), 0)
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
