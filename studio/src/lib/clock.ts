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

/** One zone for each time that clocks show now: several may tell the same. */
export function clocks(ms: number, zones: readonly string[]): string[] {
  const times = new Map<string, string>()
  for (const zone of zones) if (!times.has(time(ms, zone))) times.set(time(ms, zone), zone)
  const offset = (zone: string) => dayStart('2026-01-01', zone)
  return [...times.values()].sort((a, b) => offset(b) - offset(a))
}

/** The clocks that matter at a place: its own, then that of the corridor where it tells another time. */
export function clocksAt(ms: number, own: string, corridor: string): string[] {
  return time(ms, own) === time(ms, corridor) ? [own] : [own, corridor]
}

const MONDAY = Date.UTC(2024, 0, 1)
const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Opening hours of a week, days with the same hours together: `Mon–Fri 08:00–17:00, Sat 08:00–13:00`. */
export function weekly(days: readonly (readonly [number, number])[][], tag: string): string {
  const name = (day: number) => weekday(MONDAY + day * 24 * HOUR_MS, 'UTC', tag)
  const hours = days.map((spans) => spans.map(([from, to]) => `${clock(from)}–${clock(to)}`).join(' + '))
  const said: string[] = []
  for (let day = 0; day < hours.length; ) {
    let last = day
    while (hours[last + 1] === hours[day]) last++
    if (hours[day] !== '') said.push(`${last > day ? `${name(day)}–${name(last)}` : name(day)} ${hours[day]}`)
    day = last + 1
  }
  return said.join(tag.startsWith('zh') ? '，' : ', ')
}

export const HOUR_MS = 3_600_000

/** Hours from the first day of a window to the end of its last. */
export function windowHours(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / HOUR_MS) + 24
}
