// Numbers as the reports write them: three significant digits unless the half-width says fewer.

import type { Language } from './types'

const SIGNIFICANT_DIGITS = 3
const MORE_DIGITS = 2
const MOST_DECIMALS = 4

export interface Estimate {
  value: string
  half_width: string | null
}

/** The power of ten of the first digit; 9.996 counts as the 10.0 that it will be printed as. */
const magnitude = (value: number) => Number(Math.abs(value).toExponential(2).split('e')[1])
const leadsWithOne = (value: number) => Math.abs(value).toExponential(2).startsWith('1')
const roundTo = (value: number, place: number) => Math.round(value / 10 ** place) * 10 ** place

function group(digits: string): string {
  const [whole = '', decimals] = digits.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return decimals === undefined ? grouped : `${grouped}.${decimals}`
}

function at(value: number, place: number): string {
  if (!Number.isFinite(value)) return '–'
  const text = (place > 0 ? roundTo(value, place) : value).toFixed(Math.max(0, -place))
  const digits = group(text.replace('-', ''))
  return text.startsWith('-') && /[1-9]/.test(text) ? `−${digits}` : digits
}

/** A value and its half-width, rounded at the same place: the last digit that the half-width lets one trust. */
export function estimate(value: number, halfWidth: number | null = null, mostDecimals = MOST_DECIMALS): Estimate {
  const trusted = halfWidth !== null && Number.isFinite(halfWidth) && halfWidth > 0 ? halfWidth : null
  const byValue = value === 0 || !Number.isFinite(value) ? -Infinity : magnitude(value) - (SIGNIFICANT_DIGITS - 1)
  const byHalfWidth = trusted === null ? -Infinity : magnitude(trusted) - Number(leadsWithOne(trusted))
  let place = Math.max(byValue, byHalfWidth)
  if (place === -Infinity) place = 0
  else if (trusted !== null && roundTo(trusted, place) === 0) place = Math.max(magnitude(trusted), place - MORE_DIGITS)
  place = Math.max(place, -mostDecimals)
  return { value: at(value, place), half_width: halfWidth === null ? null : besides(halfWidth, place, mostDecimals) }
}

/** A half-width far below the last shown digit keeps its first digit: "± 0" would claim certainty. */
function besides(halfWidth: number, place: number, mostDecimals: number): string {
  if (!(halfWidth > 0 && Number.isFinite(halfWidth)) || roundTo(halfWidth, place) > 0) return at(halfWidth, place)
  const own = Math.max(magnitude(halfWidth), -mostDecimals - 1)
  return at(Math.max(halfWidth, 10 ** own), own)
}

/** The same where nothing and almost nothing are told apart. */
export function quantity(value: number, halfWidth: number | null = null, mostDecimals = 2): Estimate {
  const widest = Math.abs(halfWidth ?? 0)
  if (value === 0 && widest === 0) return { value: '0', half_width: null }
  const smallest = 10 ** -mostDecimals
  if (Math.max(Math.abs(value), widest) < smallest / 2) return { value: `< ${at(smallest, -mostDecimals)}`, half_width: null }
  return estimate(value, halfWidth, mostDecimals)
}

/** In the marks of a language: Russian has a comma before decimals and a thin space between thousands. */
export function localised(text: string, language: Language): string {
  return language === 'ru' ? text.replaceAll(',', '\u202f').replace('.', ',') : text
}

/** As one text in a language: `84.2 ± 1.1`, in Russian `84,2 ± 1,1`. */
export function text(estimate: Estimate, language: Language): string {
  const value = localised(estimate.value, language)
  return estimate.half_width === null ? value : `${value}\u00a0±\u00a0${localised(estimate.half_width, language)}`
}

export const plain = (value: number, language: Language, mostDecimals = MOST_DECIMALS) => text(estimate(value, null, mostDecimals), language)
export const integer = (value: number, language: Language) => localised(at(value, 0), language)
