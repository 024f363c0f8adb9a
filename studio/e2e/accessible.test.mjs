// Every page, light and dark, held against WCAG 2.2 AA by axe; and readable on a phone.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { World } from './world.mjs'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
// An experiment of the tool: it takes the numbers inside a drawing for the label of a button.
const NOT_RULES = { 'label-content-name-mismatch': { enabled: false } }
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

let world, study
before(async () => {
  world = await World.open()
  study = await world.study({ kind: 'run', scenarios: [{ name: '2026-01' }], replications: 3 })
})
after(() => world.close())

const VIEWS = {
  map: ['map', '.gauge'],
  changes: ['map?scenario=temporary&changed=2026-01', '.gauge.changed'],
  place: ['map?scenario=temporary&changed=2026-01&at=kani-kurgan', '.gauge.changed'],
  facilities: ['facilities', 'main a'],
  facility: ['facility/kani-kurgan', 'svg'],
  results: ['results/STUDY', 'figure'],
  scenarios: ['scenarios', 'h1'],
  beside: ['scenarios?beside=2026-01,temporary', 'table'],
  evidence: ['evidence', 'h1'],
  programme: ['programme', 'h1'],
  text: ['text/money.toml', 'textarea'],
  studies: ['studies', 'h1'],
  missing: ['nowhere', 'h1'],
}

for (const [name, [view, sign]] of Object.entries(VIEWS)) {
  test(`${name} in light and dark, and on a phone`, async () => {
    const page = await world.tab(view.replace('STUDY', study.id))
    await page.locator(sign).first().waitFor()
    // The policy of the server lets no other script in, so the tool comes in through the browser itself.
    for (const theme of ['light', 'dark']) {
      await page.evaluate((theme) => localStorage.setItem('portway-theme', theme), theme)
      await page.reload()
      await page.locator(sign).first().waitFor()
      await page.waitForTimeout(500)
      await page.evaluate(AXE)
      const found = await page.evaluate((values) => window.axe.run(document, { runOnly: { type: 'tag', values: values[0] }, rules: values[1] }), [RULES, NOT_RULES])
      const told = found.violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`)
      assert.deepEqual(told, [], `${name}, ${theme}`)
    }
    await page.setViewportSize({ width: 390, height: 844 })
    await page.waitForTimeout(300)
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    assert.ok(wider <= 0, `${name} scrolls ${wider} px sideways on a phone`)
    await page.close()
  })
}
