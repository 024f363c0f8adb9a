import { expect, test } from 'vitest'
import { pairs, scenarioText, unified } from '../src/lib/diff'

test('lines that are the same stand beside each other', () => {
  const found = pairs('a\nb\nc\nd\n', 'a\nx\nc\nd\ne\n')
  expect(found.map(({ a, b, same }) => [a?.text ?? null, b?.text ?? null, same])).toEqual([
    ['a', 'a', true],
    ['b', 'x', false],
    ['c', 'c', true],
    ['d', 'd', true],
    [null, 'e', false],
  ])
})

test('a change is told with the lines around it', () => {
  expect(unified('1\n2\n3\n4\n5\n6\n7\n', '1\n2\n3\nfour\n5\n6\n7\n', 1)).toBe('@@ 3 @@\n 3\n-4\n+four\n 5\n')
  expect(unified('a\n', 'a\n')).toBe('')
})

test('the text of a scenario ends where another begins, and leaves that one its comment', () => {
  const file = '[scenario.a]\ntitle = "A"\n\n[scenario.a.set.facility.x]\nlanes = 2\n\n# The other.\n[scenario.b]\ntitle = "B"\n'
  const a = scenarioText(file, 'a')
  expect(file.slice(a?.from, a?.to)).toBe('[scenario.a]\ntitle = "A"\n\n[scenario.a.set.facility.x]\nlanes = 2')
  const b = scenarioText(file, 'b')
  expect(file.slice(b?.from, b?.to)).toBe('[scenario.b]\ntitle = "B"')
  expect(scenarioText(file, 'c')).toBeNull()
})
