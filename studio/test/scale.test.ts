import { beforeAll, expect, test, vi } from 'vitest'

// The words of ticks come from the catalogues, whose module asks a browser for its language.
beforeAll(() => {
  vi.stubGlobal('localStorage', { getItem: () => 'en', setItem: () => undefined })
  vi.stubGlobal('document', { documentElement: {} })
  vi.stubGlobal('navigator', { languages: ['en'] })
})
const scale = () => import('../src/charts/scale')

test('axes have round steps and as many decimals as those need', async () => {
  const { numbers, fromZero } = await scale()
  expect(numbers([0, 10], 5).map(({ label }) => label)).toEqual(['0', '2', '4', '6', '8', '10'])
  expect(numbers([0, 1], 4).map(({ label }) => label)).toEqual(['0.00', '0.25', '0.50', '0.75', '1.00'])
  expect(numbers([-8000, 0], 2).map(({ label }) => label)).toEqual(['−5,000', '0'])
  expect(fromZero([3, 7.2])).toEqual([0, 8])
  expect(fromZero([])).toEqual([0, 1])
})

test('time has hours, days or months, whichever fit', async () => {
  const { hourTicks } = await scale()
  expect(hourTicks([0, 24], '2026-01-01', 5).map(({ label }) => label)).toEqual(['01-01', '06:00', '12:00', '18:00', '01-02'])
  expect(hourTicks([0, 744], '2026-01-01', 6).map(({ label }) => label)).toEqual(['01-01', '01-08', '01-15', '01-22', '01-29'])
  expect(hourTicks([0, 8760], '2026-01-01', 5).map(({ label }) => label)[1]).toBe('2026-04')
})

test('of many values that share a pixel the smallest and the largest are drawn', async () => {
  const { line } = await scale()
  const values = Array.from({ length: 10_000 }, (_, index) => (index === 5000 ? 100 : 1))
  const path = line(values, (index) => index / 50, (value) => 100 - value, [0, 10_000], 200)
  expect(path).toContain(',0.0')
  expect(path.split('L').length).toBeLessThan(1000)
})
