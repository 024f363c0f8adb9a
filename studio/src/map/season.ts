// Whether something is open on a day, by the seasons of the model.

import type { Season, Yearly } from '../lib/types'

const iso = (year: number, month: number, day: number) => new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)

/** The year that a date belongs to as this yearly day: the one whose usual day is nearest, as `Yearly::year_of` of the model has it. */
function yearOf({ month, day }: Yearly, date: string): number {
  const year = Number(date.slice(0, 4))
  const distance = (other: number) => Math.abs(Date.parse(date) - Date.UTC(other, month - 1, day))
  return [year - 1, year, year + 1].reduce((nearest, other) => (distance(other) < distance(nearest) ? other : nearest))
}

/** The day in a year as an ISO date: the one that is known, else the usual one. An early one may lie in the year before. */
export function dayIn(yearly: Yearly, year: number): string {
  return yearly.known.find((date) => yearOf(yearly, date) === year) ?? iso(year, yearly.month, yearly.day)
}

/** `date` is an ISO date. A season whose usual end is not after its usual beginning goes over the new year. */
export function inSeason({ from, to }: Season, date: string): boolean {
  const over = iso(2001, to.month, to.day) <= iso(2001, from.month, from.day) ? 1 : 0
  const year = Number(date.slice(0, 4))
  return [year - 1, year, year + 1].some((begun) => dayIn(from, begun) <= date && date < dayIn(to, begun + over))
}

/** Without a season it is open all year; with several it is open in each of them. */
export function open(names: readonly string[], seasons: readonly Season[], date: string): boolean {
  if (names.length === 0) return true
  return names.some((name) => {
    const season = seasons.find((known) => known.name === name)
    return season === undefined || inSeason(season, date)
  })
}
