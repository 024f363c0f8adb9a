import { expect, test } from 'vitest'
import { freeTitle, nameFrom, nameRefused, titleRefused } from '../src/scenarios/naming'

const TAKEN = [{ name: '2025-05', title: 'May 2025' }, { name: 'six-lanes', title: 'Six lanes' }]

test('a title is never there twice', () => {
  expect(freeTitle('June 2025', TAKEN)).toBe('June 2025')
  expect(freeTitle('May 2025', TAKEN)).toBe('May 2025 (2)')
  expect(freeTitle('May 2025', [...TAKEN, { name: 'x', title: 'May 2025 (2)' }])).toBe('May 2025 (3)')
})

test('a name is made of the title, in letters that a folder takes', () => {
  expect(nameFrom('May 2025: freight lanes 5', '2025-05', TAKEN)).toBe('may-2025-freight-lanes-5')
  expect(nameFrom('Six lanes', '2025-05', TAKEN)).toBe('six-lanes-2')
  expect(nameFrom('Май 2025: пять полос, щебень и ёлки', '2025-05', TAKEN)).toBe('may-2025-pyat-polos-shcheben-i-elki')
  expect(nameFrom('Façade', '2025-05', TAKEN)).toBe('facade')
})

test('a title without Latin or Cyrillic letters falls back to the name of the base with a number', () => {
  expect(nameFrom('2025年5月：五条车道', '2025-05', TAKEN)).toBe('2025-05-2')
  expect(nameFrom('…', 'six-lanes', [...TAKEN, { name: 'six-lanes-2', title: '' }])).toBe('six-lanes-3')
})

test('every name that is made is one that is taken', () => {
  for (const title of ['A', 'Ъь', 'x'.repeat(200), 'Long '.repeat(40), '3 ½ lanes', '', 'İstanbul', '- -']) expect(nameRefused(nameFrom(title, '2025-05', TAKEN), TAKEN), title).toBe(null)
})

test('what is wrong with a title or a name is told before anything is sent', () => {
  expect(['', ' ', 'May 2025', ' May 2025 ', 'June'].map((title) => titleRefused(title, TAKEN))).toEqual(['scenario-title-none', 'scenario-title-none', 'scenario-title-taken', 'scenario-title-taken', null])
  expect(['', 'Six', '-six', 'a b', 'x'.repeat(61), 'six-lanes', '2025-06'].map((name) => nameRefused(name, TAKEN))).toEqual([
    'scenario-name-wrong', 'scenario-name-wrong', 'scenario-name-wrong', 'scenario-name-wrong', 'scenario-name-wrong', 'scenario-name-taken', null,
  ])
})
