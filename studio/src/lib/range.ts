// A plausible range beside the value that the folder states: where in it the value stands.

const UNITS: Record<string, number> = { s: 1, min: 60, h: 3600, d: 86_400, '%': 0.01, m: 1, km: 1000, kg: 1, t: 1000 }

/** Numbers with their units, units of one kind in one measure; others stay as they are. */
function quantity(text: string): number | null {
  const [, number, unit] = /(-?\d+(?:[.,]\d+)?)\s*([a-z%]+)?/i.exec(text) ?? []
  if (number === undefined) return null
  return Number(number.replace(',', '.')) * (unit === undefined ? 1 : (UNITS[unit] ?? 1))
}

export interface Range {
  /** Part of the way from the low to the high end; none where the value is more than one number. */
  at: number | null
}

/** What of a value the range is about: the mean of a distribution, else its first number; a range in percent of anything else is about the whole. */
export function range(value: string, low: string | null | undefined, high: string | null | undefined): Range | null {
  if (!low || !high) return null
  const [from, to] = [quantity(low), quantity(high)]
  if (from === null || to === null || to <= from) return null
  const relative = low.includes('%') && !value.includes('%')
  const numbers = value.match(/-?\d+(?:[.,]\d+)?/g) ?? []
  const mean = /mean\s+(-?\d+(?:[.,]\d+)?\s*[a-z%]*)/i.exec(value)?.[1]
  const several = value.includes('{') || (mean === undefined && numbers.length > 1)
  const now = relative ? 1 : several ? null : quantity(mean ?? value)
  if (now === null) return { at: null }
  const at = (now - from) / (to - from)
  return { at: at >= -0.001 && at <= 1.001 ? Math.max(0, Math.min(1, at)) : null }
}
