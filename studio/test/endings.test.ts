import { expect, test } from 'vitest'
import { endsAs, plainEnds } from '../src/editor/endings'

test('a file written on Windows is shown in a text field and written back as it was', () => {
  const file = 'a = 1\r\n\r\nb = 2\r\n'
  expect(plainEnds(file)).toBe('a = 1\n\nb = 2\n')
  expect(endsAs(plainEnds(file), file)).toBe(file)
  expect(endsAs('a = 1\nb = 3\n', file)).toBe('a = 1\r\nb = 3\r\n')
})

test('other files keep their own ends, and a new one has plain ones', () => {
  expect(endsAs('a = 1\nb = 3\n', 'a = 1\n')).toBe('a = 1\nb = 3\n')
  expect(endsAs('a = 1\n', '')).toBe('a = 1\n')
  expect(endsAs('x\ny\nz\n', 'x\r\ny\nz\n')).toBe('x\ny\nz\n')
})
