// Whether something is open on a day, by the seasons of the model.

import type { Season } from '../lib/types'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Day of the year as a number that can be compared: month · 100 + day. Reads `2026-05-06`, `05-06` and `6 May`. */
export function dayOfYear(text: string): number | null {
  const iso = /(?:^|-)(\d{2})-(\d{2})$/.exec(text)
  if (iso !== null) return Number(iso[1]) * 100 + Number(iso[2])
  const written = /^(\d{1,2}) ([A-Za-z]{3})/.exec(text)
  const month = MONTHS.indexOf(written?.[2]?.toLowerCase() ?? '')
  return written === null || month < 0 ? null : (month + 1) * 100 + Number(written[1])
}

/** `date` is an ISO date. A season that ends before it begins goes over the new year. */
export function inSeason(season: Season, date: string): boolean {
  const [from, to, day] = [dayOfYear(season.from), dayOfYear(season.to), dayOfYear(date)]
  if (from === null || to === null || day === null) return true
  return from <= to ? from <= day && day < to : day >= from || day < to
}

/** Without a season it is open all year; with several it is open in each of them. */
export function open(names: readonly string[], seasons: readonly Season[], date: string): boolean {
  if (names.length === 0) return true
  return names.some((name) => {
    const season = seasons.find((known) => known.name === name)
    return season === undefined || inSeason(season, date)
  })
}
