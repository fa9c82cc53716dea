/** Seeking while a thumb is dragged. */
import { expect, test } from 'vitest'
import { seekLatest } from './seekLatest.ts'

test('one seek is under way at a time, and only the newest of the others is made', async () => {
  const made: number[] = []
  const finish: (() => void)[] = []
  const seek = (at: number) => {
    made.push(at)
    return new Promise<void>(resolve => finish.push(resolve))
  }
  for (const at of [1, 2, 3, 4]) seekLatest(at, seek)
  expect(made).toEqual([1])
  finish.shift()?.()
  await Promise.resolve().then(() => undefined)
  await new Promise(resolve => setImmediate(resolve))
  expect(made).toEqual([1, 4])
  finish.shift()?.()
})

test('a seek that fails does not stop the next one', async () => {
  const made: number[] = []
  seekLatest(7, () => Promise.reject(new Error('cancelled')))
  await new Promise(resolve => setImmediate(resolve))
  seekLatest(8, async at => void made.push(at))
  await new Promise(resolve => setImmediate(resolve))
  expect(made).toEqual([8])
})
