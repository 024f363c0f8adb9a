// What the map shows of an address: places, ways, what a scenario changes; and what stands where an address leads nowhere.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { World } from './world.mjs'

let world
before(async () => (world = await World.open()))
after(() => world.close())
afterEach(async () => {
  await world.closeTabs()
  assert.deepEqual(world.complaints.splice(0), [])
})

const COMPARE = { kind: 'compare', scenarios: [{ name: '2026-01' }, { name: 'temporary' }], replications: 3 }

test('from scenarios side by side to what one of them changes, on the map, and on to its places', async () => {
  await world.study(COMPARE)
  const page = await world.tab('scenarios?beside=2026-01,temporary')
  await page.getByRole('link', { name: /Changes against A, on the map.*Temporary checkpoint/ }).click()
  const panel = page.getByRole('complementary', { name: 'What is on the map' })
  await panel.getByRole('heading', { name: 'What this scenario changes' }).waitFor()
  await panel.getByText('Freight lanes, lanes').waitFor()
  assert.match(await panel.innerText(), /Freight lanes, lanes\s*10 → 4/)
  // The answer of the comparison, and that of a place, with their intervals.
  await panel.getByText(/against January 2026: sixteen lanes: .*±/).waitFor()
  await panel.getByText(/Freight lanes, Wait at the stage, all/).waitFor()
  // A halo is never alone: the sign and the number of changes stand with it.
  const gauge = page.getByRole('button', { name: /Kani-Kurgan checkpoint \(\d+ changes\)/ })
  await gauge.waitFor()
  assert.match(await gauge.getAttribute('class'), /\bchanged\b/)
  await panel.getByRole('button', { name: 'Kani-Kurgan checkpoint' }).click()
  await panel.getByRole('heading', { name: 'Kani-Kurgan checkpoint' }).waitFor()
  assert.match(page.url(), /changed=2026-01/)
  assert.match(page.url(), /at=kani-kurgan(&|$)/)
  await panel.getByRole('button', { name: 'Back to the list' }).click()
  await panel.getByRole('link', { name: 'Temporary checkpoint, January 2026 demand' }).click()
  await page.getByRole('heading', { name: 'Temporary checkpoint, January 2026 demand' }).waitFor()
})

test('the page of a scenario leads to its changes, and the marks can be switched off and on', async () => {
  const page = await world.tab('scenarios/2025-05?scenario=2025-05')
  await page.getByRole('link', { name: 'What it changes, on the map' }).click()
  await page.waitForURL(/changed=history/)
  const choice = page.getByRole('button', { name: 'Changes', exact: true })
  await page.getByRole('tab', { name: 'Changes' }).waitFor()
  assert.equal(await choice.getAttribute('aria-pressed'), 'true')
  await choice.press('Enter')
  await page.getByRole('tab', { name: 'Changes' }).waitFor({ state: 'detached' })
  assert.doesNotMatch(page.url(), /changed=/)
  await choice.press('Enter')
  await page.getByRole('tab', { name: 'Changes' }).waitFor()
})

test('places that a scenario adds are told as new, and what belongs to no place under its own heading', async () => {
  const page = await world.tab('map?scenario=corridor-2026&changed=2026-01')
  await page.getByText(/^Added: \d+ places$/).waitFor()
  await page.getByRole('heading', { name: 'Everywhere in the corridor' }).waitFor()
  await page.getByText('Bus from Heihe: volume').waitFor()
  await page.getByRole('button', { name: /: new$/ }).first().waitFor()
})

test('the map opens on a facility, a link and a service that an address names', async () => {
  const seen = async (page, name) => {
    const box = await page.getByRole('button', { name }).first().boundingBox()
    return box !== null && box.x > 0 && box.y > 0 && box.x < 1440 && box.y < 900
  }
  const panel = (page) => page.getByRole('complementary', { name: 'What is on the map' })
  const facility = await world.tab('map?scenario=2026-01&at=kani-kurgan')
  await panel(facility).getByRole('heading', { name: 'Kani-Kurgan checkpoint' }).waitFor()
  await facility.locator('[data-ready]').waitFor()
  await facility.getByRole('button', { name: /^Kani-Kurgan checkpoint/ }).first().waitFor()
  assert.ok(await seen(facility, /^Kani-Kurgan checkpoint/))
  const link = await world.tab('map?scenario=2026-01&at=bridge')
  await panel(link).getByRole('heading', { name: 'Amur bridge' }).waitFor()
  const service = await world.tab('map?scenario=cableway-year&at=coach')
  await panel(service).getByRole('heading', { name: 'Coach over the bridge' }).waitFor()
  const gone = await world.tab('map?scenario=2026-01&at=coach')
  await gone.getByText('This scenario has no place “coach”.').waitFor()
})

test('places are reached and chosen with the keyboard alone', async () => {
  const page = await world.tab('map?scenario=2026-01')
  const row = page.getByRole('row', { name: /Amur bridge/ })
  await page.getByRole('tab', { name: 'Facilities' }).press('ArrowRight')
  await row.waitFor()
  await row.focus()
  await row.press('Enter')
  await page.getByRole('heading', { name: 'Amur bridge' }).waitFor()
  assert.match(page.url(), /at=bridge/)
  await page.getByRole('button', { name: 'Back to the list' }).press('Enter')
  await row.waitFor({ state: 'attached' })
})

test('a facility tells its own time beside that of the corridor', async () => {
  await world.study({ kind: 'run', scenarios: [{ name: '2026-01' }], replications: 2 })
  const page = await world.tab('facility/heihe-port?scenario=2026-01&t=12')
  await page.getByText('local time: China').waitFor()
  await page.getByText(/11:00 China time, 12:00 Amur Oblast time/).waitFor()
  const other = await world.tab('facility/kani-kurgan?scenario=2026-01&t=12')
  await other.getByText(/12:00 Amur Oblast time$/).waitFor()
})

test('people are counted as people where they pass', async () => {
  const page = await world.tab('facility/heihe-cableway-hall?scenario=cableway-year')
  await page.getByText('6 desks').first().waitFor()
  await page.getByRole('columnheader', { name: 'people a day' }).waitFor()
  await page.goto(`${world.address}#/facility/kani-kurgan?scenario=cableway-year`)
  await page.getByText('10 lanes').first().waitFor()
  await page.getByRole('columnheader', { name: /vehicles a day|a day/ }).waitFor()
})

test('an address that names no page has a way back, in three languages', async () => {
  const page = await world.tab('nowhere')
  for (const [language, heading, back] of [['en', 'There is no such page', 'To the map'], ['zh', '没有这个页面', '前往地图'], ['ru', 'Такой страницы нет', 'К карте']]) {
    await page.locator('select').filter({ hasText: '中文' }).selectOption(language)
    await page.getByRole('heading', { name: heading }).waitFor()
    await page.getByRole('link', { name: back }).waitFor()
  }
  await page.locator('select').filter({ hasText: '中文' }).selectOption('en')
  await page.getByRole('link', { name: 'To the map' }).click()
  await page.getByRole('complementary', { name: 'What is on the map' }).waitFor()
})
