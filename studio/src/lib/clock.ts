// Dates and local times. A corridor lives by several clocks: China, Amur Oblast, Khabarovsk Krai.

const formats = new Map<string, Intl.DateTimeFormat>()

function format(tag: string, zone: string, key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = `${tag} ${zone} ${key}`
  let made = formats.get(id)
  if (made === undefined) formats.set(id, (made = new Intl.DateTimeFormat(tag, { timeZone: zone, ...options })))
  return made
}

/** `14:05` in a zone. */
export function time(ms: number, zone: string): string {
  return format('en-GB', zone, 'time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(ms)
}

/** The date in a zone, as the reports write it: English takes the ISO form. */
export function date(ms: number, zone: string, tag: string): string {
  if (tag === 'en') return isoDate(ms, zone)
  return format(tag, zone, 'date', { year: 'numeric', month: 'long', day: 'numeric' }).format(ms)
}

export function weekday(ms: number, zone: string, tag: string): string {
  return format(tag, zone, 'weekday', { weekday: 'short' }).format(ms)
}

/** `2026-01-17` in a zone. */
export function isoDate(ms: number, zone: string): string {
  const parts = format('en-GB', zone, 'iso', { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(ms)
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** A date without a time, such as the first day of a window. */
export function day(iso: string, tag: string): string {
  return date(Date.parse(`${iso}T00:00:00Z`), 'UTC', tag)
}

/** The moment at which a day begins in a zone. */
export function dayStart(iso: string, zone: string): number {
  const utc = Date.parse(`${iso}T00:00:00Z`)
  const shown = format('en-GB', zone, 'offset', { timeZoneName: 'longOffset' }).formatToParts(utc)
  const [, sign, hours, minutes] = /([+-])(\d+):(\d+)/.exec(shown.find((p) => p.type === 'timeZoneName')?.value ?? '') ?? []
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000
  return utc - (sign === '-' ? -offset : offset)
}

export const HOUR_MS = 3_600_000

/** Hours from the first day of a window to the end of its last. */
export function windowHours(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / HOUR_MS) + 24
}
