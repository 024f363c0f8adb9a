// Whether something is open on a day, by the seasons of the model.

import type { Season, Yearly } from '../lib/types'

/** The day in a year as an ISO date: the one that is known, else the usual one. */
export function dayIn({ month, day, known }: Yearly, year: string): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return known.find((date) => date.startsWith(year)) ?? `${year}-${two(month)}-${two(day)}`
}

/** `date` is an ISO date. A season that ends before it begins goes over the new year. */
export function inSeason(season: Season, date: string): boolean {
  const [from, to] = [dayIn(season.from, date.slice(0, 4)), dayIn(season.to, date.slice(0, 4))]
  return from <= to ? from <= date && date < to : date >= from || date < to
}

/** Without a season it is open all year; with several it is open in each of them. */
export function open(names: readonly string[], seasons: readonly Season[], date: string): boolean {
  if (names.length === 0) return true
  return names.some((name) => {
    const season = seasons.find((known) => known.name === name)
    return season === undefined || inSeason(season, date)
  })
}
