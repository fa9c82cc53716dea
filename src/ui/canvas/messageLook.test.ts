/** A bad outcome looks unlike a good one, in shape and in colour. */
import { expect, test } from 'vitest'
import { lookNumber, messageLooks, type MessageLook } from './messageLook.ts'

function look(kind: number, detail: number): MessageLook | undefined {
  return messageLooks[lookNumber(kind, detail)]
}

const [answer, vote, finalize] = [2, 15, 16]

test.each([
  ['an answer that refuses', vote],
  ['a withdrawal', finalize],
  ['an error', answer],
])('%s differs in shape and colour from its opposite', (_, kind) => {
  const [good, bad] = [look(kind, 1), look(kind, 0)]
  expect(bad?.shape).not.toBe(good?.shape)
  expect(bad?.colour).toBe('bad')
  expect(good?.colour).not.toBe('bad')
})

test('error 1213 looks like an error, a sign of life like neither', () => {
  expect(look(answer, 3)).toEqual(look(answer, 0))
  expect(look(answer, 2)).toEqual({ shape: 'ring', colour: 'muted' })
})

test('the detail of other kinds changes nothing, and an unknown kind is a dot', () => {
  expect(lookNumber(3, 0)).toBe(3)
  expect(lookNumber(99, 0)).toBe(0)
})
