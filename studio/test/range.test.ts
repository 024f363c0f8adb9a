import { expect, test } from 'vitest'
import { range } from '../src/lib/range'

test('a value stands in its range', () => {
  expect(range('10', '8', '12')).toEqual({ at: 0.5 })
  expect(range('"20 min"', '10 min', '1 h')?.at).toBeCloseTo(0.2)
  expect(range('"lognormal(mean 13 min, cv 0.6)"', '10 min', '19 min')?.at).toBeCloseTo(1 / 3)
  expect(range('"demand.csv"', '85 %', '115 %')?.at).toBeCloseTo(0.5)
})

test('where it cannot be told, only the range is drawn', () => {
  expect(range('{ loaded = "4 %", other = "0 %" }', '2 %', '8 %')).toEqual({ at: null })
  expect(range('"Mo-Su 07:00-23:00"', '14 h', '16 h')).toEqual({ at: null })
  expect(range('5', '', '')).toBeNull()
})
