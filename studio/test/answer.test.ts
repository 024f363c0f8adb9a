import { expect, test } from 'vitest'
import { readable, sound } from '../src/lib/answer.svelte'
import { straight, Unreachable } from '../src/lib/api'

test('what has not the shape of an answer is refused, whatever it is', () => {
  for (const damaged of [null, {}, [], 'text', 7, { rows: null }, { results: {}, series: {}, days: [] }]) expect(() => sound(damaged)).toThrow('not the answer')
  const programme = { projects: [] }
  expect(sound(programme)).toBe(programme)
})

test('what cannot be read is told from a server that is not reached', async () => {
  expect(await readable(Promise.resolve(1))).toBe(1)
  expect(await readable(Promise.reject(new SyntaxError('no JSON')))).toBe(null)
  await expect(readable(Promise.reject(new Unreachable('gone')))).rejects.toThrow('gone')
})

test('marks that turn the writing do not come from the server into sentences', () => {
  expect(straight('{"title":"a\u202eb\u2066c\u2069","n":1}')).toBe('{"title":"abc","n":1}')
})
