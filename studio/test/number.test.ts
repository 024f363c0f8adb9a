import { expect, test } from 'vitest'
import { estimate, integer, quantity, text } from '../src/lib/number'

const said = (value: number, halfWidth: number) => text(estimate(value, halfWidth), 'en').replaceAll('\u00a0', ' ')

test('three digits unless the half-width says fewer, as the reports write them', () => {
  expect(said(84.2345, 1.1234)).toBe('84.2 ± 1.1')
  expect(said(84.2345, 4.2)).toBe('84 ± 4')
  expect(said(0.63129, 0.0041)).toBe('0.631 ± 0.004')
  expect(said(62_347, 212)).toBe('62,300 ± 200')
  expect(said(1234.4, 3)).toBe('1,234 ± 3')
  expect(said(170.2, 6.4)).toBe('170 ± 6')
  expect(said(3, 40)).toBe('0 ± 40')
})

test('a small half-width is never shown as none', () => {
  expect(said(18.2, 0.004)).toBe('18.200 ± 0.004')
  expect(text(estimate(0.83, 0.000_04, 2), 'en').replaceAll('\u00a0', ' ')).toBe('0.83 ± 0.001')
})

test('nothing and almost nothing are told apart', () => {
  expect(quantity(0, 0)).toEqual({ value: '0', half_width: null })
  expect(quantity(0.000_12, 0.000_04).value).toBe('< 0.01')
  expect(quantity(0.004, 0.006)).toEqual({ value: '0.00', half_width: '0.01' })
})

test('a language has its own marks', () => {
  expect(text(estimate(1234.5, 0.27), 'ru').replaceAll('\u00a0', ' ')).toBe('1\u202f234,5 ± 0,3')
  expect(integer(-1234567, 'zh')).toBe('−1,234,567')
})
