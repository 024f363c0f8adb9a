// What all pictures have in common: how axes and words look, and how numbers and dates stand on axes.

import type { CustomSeriesOption, EChartsOption, GridComponentOption, ScatterSeriesOption, XAXisComponentOption as XAXisOption, YAXisComponentOption as YAXisOption } from 'echarts'
import { language, say } from '../lib/language.svelte'
import { localised } from '../lib/number'
import { fit, textWidth } from './fit'

export type Span = readonly [number, number]

/** What a picture is drawn for. */
export interface View {
  /** What of the horizontal axis is seen. */
  seen: Span
  width: number
  /** The colour that a token has now. */
  colour: (token: string) => string
}
export type Picture = (view: View) => EChartsOption

export interface Reading {
  title: string
  rows: { label: string; text: string; colour?: string }[]
}

const DAY_MS = 86_400_000
export const dayMs = (iso: string) => Date.parse(`${iso}T00:00:00Z`)
const two = (value: number) => String(value).padStart(2, '0')
export const clock = (hour: number) => `${two(hour)}:00`

/** Words of a date for a short label. */
function dateWords(at: Date): Record<string, string | number> {
  const [month, day] = [at.getUTCMonth() + 1, at.getUTCDate()]
  return { year: String(at.getUTCFullYear()), month, day, mm: two(month), dd: two(day) }
}

/** The date of a moment and its clock time. */
export const hourText = (ms: number) => `${say('axis-day', dateWords(new Date(ms)))} ${clock(new Date(ms).getUTCHours())}`

/** A moment as short as the ticks around it let it be: a clock time, a day, a month or a year. */
export function timeText(ms: number, seen: Span): string {
  const at = new Date(ms)
  if (ms % DAY_MS !== 0) return `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
  const days = (seen[1] - seen[0]) / DAY_MS
  if (at.getUTCDate() !== 1 || days < 60) return say('axis-day', dateWords(at))
  return days > 3 * 366 && at.getUTCMonth() === 0 ? String(at.getUTCFullYear()) : say('axis-month', dateWords(at))
}

/** A number on an axis in the marks of the language. */
export const axisText = (value: number) => localised(value.toLocaleString('en', { maximumFractionDigits: 6 }).replace('-', '−'), language())

/** The horizontal axis of a time, whose labels are as short as what is seen lets them be. */
export const timeAxis = ({ seen, width }: View, [min, max]: Span): XAXisOption => ({
  type: 'time',
  min,
  max,
  splitNumber: Math.max(2, Math.floor(width / ROOM.time)),
  splitLine: { show: false },
  axisTick: { show: true },
  axisLabel: { formatter: (ms: number) => (ms === max ? '' : timeText(ms, seen)) },
})

/** Room for the labels of a vertical axis. */
const LEFT_PX = 44
/** Room that a label of an axis has. */
const ROOM = { time: 80, number: 76, row: 40 }

/** The vertical axis of a quantity, which begins at zero; its unit stands over it. */
export const upAxis = (height: number, name = '', headroom = '0%'): YAXisOption => ({
  type: 'value',
  name,
  nameGap: 8,
  boundaryGap: ['0%', headroom],
  nameTextStyle: { align: 'left', padding: [0, 0, 0, -LEFT_PX] },
  splitNumber: Math.max(2, Math.floor(height / ROOM.row)),
  axisLabel: { formatter: axisText },
})

/** A horizontal axis of numbers, whose unit stands below it. */
export const alongAxis = ({ width }: View, [min, max]: Span, name = '', text: (value: number) => string = axisText): XAXisOption => ({
  type: 'value',
  min,
  max,
  name,
  nameLocation: 'middle',
  nameGap: 26,
  splitNumber: Math.max(2, Math.floor(width / ROOM.number)),
  splitLine: { show: false },
  axisTick: { show: true },
  // The ends are where the data end, which is seldom a round number.
  axisLabel: { alignMinLabel: 'left', formatter: (value: number) => value !== 0 && (value === min || value === max) ? '' : text(value) },
})

/** The room for marks, in pixels from the edges. Charts that stand above each other begin and end at the same places. */
export const room = (top: number, bottom: number, left = LEFT_PX, right = 14): GridComponentOption => ({ left, right, top, bottom, outerBoundsMode: 'none' })

/** A word beside what it names, instead of a legend. */
export interface Word {
  at: [number, number]
  text: string
  colour: string
  place?: 'top' | 'bottom' | 'left' | 'right'
  align?: 'left' | 'center' | 'right'
  bold?: boolean
}

const ALIGN = { top: 'center', bottom: 'center', left: 'right', right: 'left' } as const

export function words(view: View, found: Word[]): ScatterSeriesOption {
  return {
    type: 'scatter',
    silent: true,
    symbolSize: 8,
    itemStyle: { color: 'transparent' },
    labelLayout: { moveOverlap: 'shiftY' },
    z: 5,
    data: found.map(({ at, text, colour, place = 'top', align = ALIGN[place], bold = false }) => ({
      value: at,
      label: {
        show: true,
        formatter: () => text,
        position: place,
        align,
        distance: 3,
        color: colour,
        fontSize: 12,
        fontWeight: bold ? 600 : 400,
        textBorderColor: view.colour('paper'),
        textBorderWidth: 3,
      },
    })),
  }
}

/** A straight line between two places, moved by pixels where it stands beside a row. */
export interface Segment {
  from: [number, number]
  to: [number, number]
  /** Pixels below each end. */
  below?: [number, number]
  colour: string
  width?: number
  opacity?: number
  dash?: number[]
  cap?: 'butt' | 'round'
}

export function segments(lines: Segment[]): CustomSeriesOption {
  return {
    type: 'custom',
    silent: true,
    clip: true,
    z: 3,
    encode: { x: [0, 2], y: [1, 3] },
    data: lines.map(({ from, to }) => [...from, ...to]),
    renderItem: ({ dataIndex }, api) => {
      const line = lines[dataIndex]
      if (line === undefined) return
      const { from, to, below = [0, 0], colour, width = 1.5, opacity = 1, dash, cap = 'butt' } = line
      const [[x1, y1], [x2, y2]] = [api.coord(from), api.coord(to)] as [[number, number], [number, number]]
      return {
        type: 'line',
        shape: { x1, y1: y1 + below[0], x2, y2: y2 + below[1] },
        style: { stroke: colour, lineWidth: width, opacity, lineCap: cap, ...(dash !== undefined && { lineDash: dash }) },
      }
    },
  }
}

/** A row of a picture, with words over what is drawn, so that a phone has room for both. */
export interface Row {
  label: string
  text: string
  quiet?: boolean
}
const ROW = { margin: 8, over: 10, line: 16 }

/** How much wider bold letters are. */
const BOLD = 1.1

/** Whether label and text have no room beside each other, and the text stands below. */
export const rowsBelow = (rows: Row[], width: number, bold = false) => rows.some(({ label, text }) => (bold ? BOLD : 1) * textWidth(label) + textWidth(text) + 30 > width)

export function rowAxes({ colour, width }: View, rows: Row[], bold = false): YAXisOption[] {
  const below = rowsBelow(rows, width, bold)
  const axis = (words: { value: string; colour: string }[], position: 'left' | 'right', lift: number, bold: boolean): YAXisOption => ({
    type: 'category',
    inverse: true,
    position,
    z: 6,
    data: words.map(({ value }) => value),
    axisLabel: {
      color: (_, index) => words[index ?? 0]?.colour ?? '',
      inside: true,
      interval: 0,
      margin: 0,
      hideOverlap: false,
      verticalAlign: 'bottom',
      padding: [0, 0, lift, 0],
      fontSize: 12.5,
      fontWeight: bold ? 600 : 400,
      textBorderColor: colour('paper'),
      textBorderWidth: 3,
    },
  })
  const word = (value: string, quiet: boolean) => ({ value, colour: colour(quiet ? 'quiet' : 'ink') })
  return [
    axis(rows.map(({ label, quiet = false }) => word(fit(label, (width - 2 * ROW.margin) / (bold ? BOLD : 1)), quiet)), 'left', ROW.over + (below ? ROW.line : 0), bold),
    axis(rows.map(({ text }) => word(text, bold)), below ? 'left' : 'right', ROW.over, false),
  ]
}

/** How axes and words look by themselves, in the tokens of the page. */
export function look(colour: View['colour'], font: string) {
  const quiet = { color: colour('quiet'), fontSize: 11.5, hideOverlap: true }
  const axis = {
    axisLine: { show: false },
    axisTick: { show: false, lineStyle: { color: colour('line') } },
    axisLabel: quiet,
    splitLine: { show: true, lineStyle: { color: colour('line') } },
    nameTextStyle: quiet,
  }
  return { textStyle: { fontFamily: font, color: colour('ink') }, valueAxis: axis, timeAxis: axis, categoryAxis: { ...axis, splitLine: { show: false } }, scatter: { itemStyle: { opacity: 1 } } }
}
