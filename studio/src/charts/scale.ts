// Scales and ticks. Pictures are SVG, so that they can be saved as such and take the colours of the page.

import { language, say } from '../lib/language.svelte'
import { localised } from '../lib/number'

export type Span = readonly [number, number]

export interface Tick {
  at: number
  label: string
}

/** A function from values to pixels. */
export function linear([from, to]: Span, [start, end]: Span): (value: number) => number {
  const slope = to === from ? 0 : (end - start) / (to - from)
  return (value) => start + (value - from) * slope
}

/** The step of 1, 2, 2.5 or 5 times a power of ten that gives about so many ticks. */
export function step(span: number, count: number): number {
  const rough = Math.abs(span) / Math.max(1, count)
  if (!(rough > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(rough))
  return power * ([1, 2, 2.5, 5, 10].find((times) => times * power >= rough * 0.999) ?? 10)
}

export function ticks([from, to]: Span, count: number): number[] {
  const by = step(to - from, count)
  const found: number[] = []
  for (let index = Math.ceil(from / by - 1e-9); index * by <= to + by * 1e-9; index++) found.push(Number((index * by).toPrecision(12)))
  return found
}

/** A number on an axis: as many decimals as the step has, no more. */
export function axisText(value: number, by: number): string {
  const decimals = Math.max(0, -Math.floor(Math.log10(by) + 1e-9) + (/^2\.?5/.test(String(by).replace(/^[0.]+/, '')) && by < 10 ? 1 : 0))
  const text = value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  return localised(text.replace('-', '−'), language())
}

export function numbers(span: Span, count: number): Tick[] {
  const by = step(span[1] - span[0], count)
  return ticks(span, count).map((at) => ({ at, label: axisText(at, by) }))
}

/** A span that begins at zero where it can and ends at a round number. */
export function fromZero(values: Iterable<number>): Span {
  let [low, high] = [0, 0]
  for (const value of values) {
    if (!Number.isFinite(value)) continue
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  if (low === high) return [0, 1]
  const by = step(high - low, 5)
  return [Math.floor(low / by + 1e-9) * by, Math.ceil(high / by - 1e-9) * by]
}

const DAY_H = 24
const HOUR_STEPS = [1, 3, 6, 12]
const DAY_STEPS = [1, 2, 7, 14]

/** Words of a date for a short label. */
function dateWords(ms: number): Record<string, string | number> {
  const at = new Date(ms)
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()]
  const two = (value: number) => String(value).padStart(2, '0')
  return { year: String(year), month, day, mm: two(month), dd: two(day) }
}

const DAY_MS = 86_400_000
export const dayMs = (iso: string) => Date.parse(`${iso}T00:00:00Z`)

/** Ticks over hours since the beginning of a day: clock times, days or months, whichever fit. */
export function hourTicks([from, to]: Span, first: string, count: number): Tick[] {
  const start = dayMs(first)
  const hours = to - from
  const day = (hour: number) => say('axis-day', dateWords(start + hour * 3_600_000))
  const every = (by: number, label: (hour: number) => string) => {
    const found: Tick[] = []
    for (let hour = Math.ceil(from / by) * by; hour <= to; hour += by) found.push({ at: hour, label: label(hour) })
    return found
  }
  const hourStep = HOUR_STEPS.find((by) => hours / by <= count)
  if (hourStep !== undefined) return every(hourStep, (hour) => (hour % DAY_H === 0 ? day(hour) : `${String(((hour % DAY_H) + DAY_H) % DAY_H).padStart(2, '0')}:00`))
  const dayStep = DAY_STEPS.find((by) => hours / (DAY_H * by) <= count)
  if (dayStep !== undefined) return every(DAY_H * dayStep, day)
  return monthTicks([start + from * 3_600_000, start + to * 3_600_000], count).map(({ at, label }) => ({ at: (at - start) / 3_600_000, label }))
}

/** Ticks at the beginnings of months or years, over milliseconds. */
export function monthTicks([from, to]: Span, count: number): Tick[] {
  const first = new Date(from)
  const months = (to - from) / (30.4 * DAY_MS)
  const by = [1, 2, 3, 6, 12, 24, 60].find((step) => months / step <= count) ?? 120
  const found: Tick[] = []
  for (let month = first.getUTCFullYear() * 12 + Math.ceil(first.getUTCMonth() / by) * by; ; month += by) {
    const at = Date.UTC(Math.floor(month / 12), month % 12, 1)
    if (at > to) return found
    if (at >= from) found.push({ at, label: by % 12 === 0 ? String(Math.floor(month / 12)) : say('axis-month', dateWords(at)) })
  }
}

/** The date of an hour since the beginning of a day, and its clock time. */
export function hourLabel(hour: number, first: string): string {
  const whole = Math.floor(hour)
  return `${say('axis-day', dateWords(dayMs(first) + whole * 3_600_000))} ${String(whole % DAY_H).padStart(2, '0')}:00`
}

/** A line through values at equal steps. Of many values that share a pixel the smallest and the largest are drawn. */
export function line(values: readonly number[], x: (index: number) => number, y: (value: number) => number, [from, to]: Span, width: number): string {
  const first = Math.max(0, Math.floor(from) - 1)
  const last = Math.min(values.length - 1, Math.ceil(to) + 1)
  const bucket = Math.max(1, Math.floor((last - first) / Math.max(1, 2 * width)))
  const points: string[] = []
  const put = (index: number) => points.push(`${x(index).toFixed(1)},${y(values[index] ?? 0).toFixed(1)}`)
  for (let at = first; at <= last; at += bucket) {
    if (bucket === 1) {
      put(at)
      continue
    }
    let [low, high] = [at, at]
    for (let index = at; index < Math.min(at + bucket, last + 1); index++) {
      if ((values[index] ?? 0) < (values[low] ?? 0)) low = index
      if ((values[index] ?? 0) > (values[high] ?? 0)) high = index
    }
    for (const index of low < high ? [low, high] : [high, low]) put(index)
  }
  return points.length === 0 ? '' : `M${points.join('L')}`
}

/** The closed band between two lines of values. */
export function band(low: readonly number[], high: readonly number[], x: (index: number) => number, y: (value: number) => number): string {
  const up = high.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`)
  const down = low.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).reverse()
  return up.length === 0 ? '' : `M${up.join('L')}L${down.join('L')}Z`
}
