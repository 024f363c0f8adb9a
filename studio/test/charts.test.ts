import { beforeAll, expect, test, vi } from 'vitest'
import type { RunAnswer, Station } from '../src/lib/answers'
import type { Picture, Span } from '../src/charts/frame'
import type { Titles } from '../src/lib/words'

// The words of axes come from the catalogues, whose module asks a browser for its language.
let spoken = 'en'
beforeAll(() => {
  vi.stubGlobal('localStorage', { getItem: () => spoken, setItem: (_: string, name: string) => (spoken = name) })
  // Without a canvas texts are as wide as the library guesses.
  vi.stubGlobal('document', { documentElement: {}, createElement: () => ({ getContext: () => null }) })
  vi.stubGlobal('navigator', { languages: ['en'] })
})

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const dayMs = (iso: string) => Date.parse(`${iso}T00:00:00Z`)
const colour = (token: string) => `#${[...token].reduce((sum, letter) => sum + letter.charCodeAt(0), 0).toString(16).padStart(6, '0')}`
const titles = { direction: (name: string) => name, hue: (name: string) => (name === 'there' ? 'd0' : 'd1') } as Titles

/** A picture as the browser would draw it, without a browser. */
async function drawn(picture: Picture, seen: Span, width = 800, height = 240): Promise<string> {
  const { init } = await import('../src/charts/echarts')
  const chart = init(null, undefined, { renderer: 'svg', ssr: true, width, height })
  chart.setOption({ animation: false, ...picture({ seen, width, colour }), dataZoom: { type: 'inside', xAxisIndex: 0, filterMode: 'none', startValue: seen[0], endValue: seen[1] } })
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}
const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]+)<\/text>/g)].map(([, text]) => text)

test('numbers and dates stand on axes as the language writes them', async () => {
  const { axisText, timeText, hourText } = await import('../src/charts/frame')
  const { speak } = await import('../src/lib/language.svelte')
  const [month, year, decade] = [31, 366, 3660].map((days): Span => [dayMs('2026-01-01'), dayMs('2026-01-01') + days * DAY_MS])
  const noon = dayMs('2026-02-03') + 12 * HOUR_MS
  for (const [language, number, day, first, hour] of [
    ['en', '−2,500.5', '02-03', '2026-02', '02-03 12:00'],
    ['zh', '−2,500.5', '2月3日', '2026年2月', '2月3日 12:00'],
    ['ru', '−2\u202f500,5', '03.02', '02.2026', '03.02 12:00'],
  ] as const) {
    speak(language)
    expect(axisText(-2500.5)).toBe(number)
    expect(timeText(noon, month as Span)).toBe('12:00')
    expect(timeText(dayMs('2026-02-03'), month as Span)).toBe(day)
    expect(timeText(dayMs('2026-02-01'), year as Span)).toBe(first)
    expect(timeText(dayMs('2030-01-01'), decade as Span)).toBe('2030')
    expect(hourText(noon)).toBe(hour)
  }
  speak('en')
})

const month: Span = [dayMs('2026-01-01'), dayMs('2026-02-01')]
const run = {
  days: Array.from({ length: 31 }, (_, day) => `2026-01-${String(day + 1).padStart(2, '0')}`),
  series: {
    daily: [
      { direction: 'there', mean: Array.from({ length: 31 }, (_, day) => 80 + (day % 7)), half_width: Array(31).fill(2) },
      { direction: 'back', mean: Array.from({ length: 31 }, (_, day) => 40 + (day % 5)), half_width: Array(31).fill(2) },
    ],
  },
} as unknown as RunAnswer

test('days begin at zero, have dates below them, and directions have their names beside them', async () => {
  const { daily } = await import('../src/charts/daily')
  const said = texts(await drawn(daily(run, titles, 'vehicles/day', month), month))
  expect(said).toEqual(expect.arrayContaining(['0', '100', 'vehicles/day', '01-09', 'there', 'back']))
})

test('of a year by the hour the extremes are drawn, and of a part every hour', async () => {
  const { queue } = await import('../src/charts/queue')
  const station = { queue_vehicles: Array.from({ length: 8784 }, (_, hour) => (hour === 5000 ? 100 : hour % 2)) } as unknown as Station
  const year: Span = [dayMs('2028-01-01'), dayMs('2029-01-01')]
  const picture = queue(station, 'd0', '', year)
  const points = (svg: string) => Math.max(...[...svg.matchAll(/ d="([^"]+)"/g)].map(([, path]) => (path ?? '').split(/[ML]/).length))
  const highest = (svg: string) => Math.min(...[...svg.matchAll(/ d="M[^"]*" fill="none"/g)].flatMap(([path]) => [...path.matchAll(/[ML ]([\d.]+) ([\d.]+)/g)].map(([, , y]) => Number(y))))
  const whole = await drawn(picture, year)
  expect(points(whole)).toBeLessThan(4000)
  expect(highest(whole)).toBeCloseTo(22, 0)
  const week: Span = [year[0] + 4900 * HOUR_MS, year[0] + 5068 * HOUR_MS]
  const { series } = picture({ seen: week, width: 800, colour }) as { series: { data: number[][] }[] }
  expect(series[0]?.data).toHaveLength(170)
})

test('bars reach from zero past their intervals, hollow where they rest on assumptions', async () => {
  const { bars, reach } = await import('../src/charts/bars')
  const found = [
    { label: 'lanes', hollow: true, values: [{ at: -10, half_width: 2, hue: 'd0', text: '−10 ± 2' }] },
    { label: 'hours', quiet: true, values: [{ at: 4, half_width: 5, hue: 'd0', text: '+4 ± 5' }] },
  ]
  expect(reach(found).map((end) => Math.sign(end))).toEqual([-1, 1])
  expect(reach([{ label: 'one', values: [{ at: 3, hue: 'd0', text: '3' }] }])[0]).toBe(0)
  expect(reach([])).toEqual([-1, 1])
  const svg = await drawn(bars(found, 'h', (text) => text, reach(found)), reach(found))
  expect(texts(svg)).toEqual(expect.arrayContaining(['lanes', '−10 ± 2', 'hours', '+4 ± 5', '+6', '0', 'h']))
  expect(svg).toContain(`fill="${colour('paper')}"`)
})

test('a row of words has its text below where there is no room beside', async () => {
  const { rowsBelow } = await import('../src/charts/frame')
  const rows = [{ label: 'a lane at the far end of the long bridge', text: '−1,200 ± 300 vehicle hours' }]
  expect(rowsBelow(rows, 900)).toBe(false)
  expect(rowsBelow(rows, 360)).toBe(true)
})

test('distributions of one class share a row and its scale', async () => {
  const { spread } = await import('../src/charts/spread')
  const svg = await drawn(
    spread(
      [
        { row: 0, hue: 'd0', upper_h: [1, 2, 4], share: [0.2, 0.6, 0.2], quantiles: { p50: 1.5, p90: 3 } },
        { row: 1, hue: 'd1', upper_h: [1, 2, 4], share: [0.5, 0.4, 0.1], quantiles: null },
      ],
      ['coaches', 'lorries'],
      4,
    ),
    [0, 4],
  )
  expect(texts(svg)).toEqual(expect.arrayContaining(['coaches', 'lorries', '0 h', '3 h']))
  expect(svg.match(/stroke-dasharray="3,2"/g)).toHaveLength(1)
})

test('every hour of a week has its cell, hollow where nobody came', async () => {
  const { week } = await import('../src/charts/week')
  const waits = Array.from({ length: 168 }, (_, at) => (at === 3 ? null : at))
  const svg = await drawn(week(waits, 167), [0, 23], 500, 170)
  expect(texts(svg)).toEqual(expect.arrayContaining(['Mon', 'Sun', '00:00', '18:00']))
  const cells = [...svg.matchAll(/<path d="M[^"]*Z"[^>]*>/g)].map(([cell]) => cell)
  expect(cells.filter((cell) => cell.includes(`stroke="${colour('paper')}"`))).toHaveLength(167)
  expect(cells.filter((cell) => cell.includes(`stroke="${colour('line')}"`))).toEqual([expect.stringContaining('fill-opacity="0"')])
})
