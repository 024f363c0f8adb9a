import { expect, test } from 'vitest'
import { address, parse } from '../src/lib/address'
import { clocks, clocksAt, date, dayStart, time, weekly, windowHours } from '../src/lib/clock'
import { csv, sorted, type Column } from '../src/lib/ui/table'

test('an address goes there and back', () => {
  const to = address('text', 'folder/people на.toml', { scenario: '2026-01', line: 12, t: null, view: '' })
  expect(to).toBe('#/text/folder/people%20%D0%BD%D0%B0.toml?scenario=2026-01&line=12')
  expect(parse(to)).toEqual({ page: 'text', name: 'folder/people на.toml', query: { scenario: '2026-01', line: '12' } })
  expect(parse('')).toEqual({ page: 'map', name: '', query: {} })
})

test('the same moment on three clocks', () => {
  const noon = dayStart('2026-01-17', 'Asia/Yakutsk') + 12 * 3_600_000
  expect(['Asia/Shanghai', 'Asia/Yakutsk', 'Asia/Vladivostok'].map((zone) => time(noon, zone))).toEqual(['11:00', '12:00', '13:00'])
  expect(['en', 'zh-Hans', 'ru'].map((tag) => date(noon, 'Asia/Yakutsk', tag))).toEqual(['2026-01-17', '2026年1月17日', '17 января 2026 г.'])
  expect(windowHours('2026-01-01', '2026-01-31')).toBe(744)
})

test('clocks that tell the same are shown once, from west to east', () => {
  const noon = dayStart('2026-01-17', 'Asia/Yakutsk') + 12 * 3_600_000
  expect(clocks(noon, ['Asia/Yakutsk', 'Asia/Shanghai', 'Asia/Vladivostok', 'Asia/Chita'])).toEqual(['Asia/Shanghai', 'Asia/Yakutsk', 'Asia/Vladivostok'])
})

test('a place has its own clock first, and that of the corridor only where it tells another time', () => {
  const noon = dayStart('2026-01-17', 'Asia/Yakutsk') + 12 * 3_600_000
  expect(clocksAt(noon, 'Asia/Shanghai', 'Asia/Yakutsk')).toEqual(['Asia/Shanghai', 'Asia/Yakutsk'])
  expect(clocksAt(noon, 'Asia/Chita', 'Asia/Yakutsk')).toEqual(['Asia/Chita'])
})

test('days with the same hours stand together', () => {
  const [work, half, shut] = [[[480, 1020]], [[480, 720], [780, 1020]], []] as [number, number][][]
  expect(weekly([work, work, work, work, half, shut, work] as [number, number][][], 'en')).toBe('Mon–Thu 08:00–17:00, Fri 08:00–12:00 + 13:00–17:00, Sun 08:00–17:00')
  expect(weekly(Array.from({ length: 7 }, () => [[0, 1440]] as [number, number][]), 'ru')).toBe('пн–вс 00:00–24:00')
})

test('tables are sorted with what has no value at the end, and saved for a spreadsheet', () => {
  const columns: Column<{ name: string; n: number | null }>[] = [
    { key: 'name', title: 'name', text: (row) => row.name, by: (row) => row.name },
    { key: 'n', title: 'n, in "h"', text: (row) => String(row.n ?? ''), by: (row) => row.n },
  ]
  const rows = [{ name: 'b', n: null }, { name: 'a', n: 2 }, { name: 'c', n: 10 }]
  expect(sorted(rows, columns, { key: 'n', down: true }).map(({ name }) => name)).toEqual(['c', 'a', 'b'])
  expect(sorted(rows, columns, { key: 'n', down: false }).map(({ name }) => name)).toEqual(['a', 'c', 'b'])
  expect(csv(rows.slice(1, 2), columns)).toBe('\ufeffname,"n, in ""h"""\r\na,2\r\n')
})

test('a file has plain numbers, the half-width beside the value, and the unit in the heading', () => {
  const columns: Column<{ mean: number | null; half: number | null }>[] = [
    { key: 'wait', title: 'wait', number: true, text: () => '1 056 ± 4', by: (row) => row.mean, half_width: (row) => row.half, unit: 'min' },
    { key: 'share', title: 'in use', number: true, text: () => '5,6', value: (row) => (row.mean === null ? null : row.mean * 100), unit: '%' },
  ]
  const text = csv([{ mean: 1056.123456789, half: 4 }, { mean: null, half: null }], columns)
  expect(text.slice(1).split('\r\n')).toEqual(['"wait, min","± wait, min","in use, %"', '1056.1235,4,105612.35', ',,', ''])
})
