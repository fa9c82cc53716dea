/** What the event queue promises, each promise by itself. */
import { expect, test } from 'vitest'
import {
  createEventQueue,
  createEventRecord,
  type EventQueue,
  nextAt,
  pendingCount,
  schedule,
  takeNext,
  takeNextUntil,
} from './eventQueue.ts'
import { pendingInOrder } from './pendingInOrder.ts'

const HOUR = 3_600_000_000

function drain(queue: EventQueue): number[] {
  const event = createEventRecord()
  const subjects: number[] = []
  while (takeNext(queue, event)) subjects.push(event.subject)
  return subjects
}

test('an empty queue has no next instant and gives nothing', () => {
  const queue = createEventQueue()
  expect(nextAt(queue)).toBe(Infinity)
  expect(takeNext(queue, createEventRecord())).toBe(false)
  expect(pendingCount(queue)).toBe(0)
})

test('an event comes back with all it was given and a seq that rises', () => {
  const queue = createEventQueue()
  const event = createEventRecord()
  schedule(queue, 7, 3, -5, 2.5)
  schedule(queue, 9, 4, 6)
  takeNext(queue, event)
  expect(event).toEqual({ at: 7, seq: 1, kind: 3, subject: -5, detail: 2.5 })
  takeNext(queue, event)
  expect(event).toEqual({ at: 9, seq: 2, kind: 4, subject: 6, detail: 0 })
})

test('at one instant, first scheduled is first taken, wherever the instant lies', () => {
  for (const at of [0, 1, 4095, 4096, 16_777_215, 16_777_216, HOUR, 40 * HOUR]) {
    const queue = createEventQueue()
    for (let subject = 0; subject < 50; subject++) schedule(queue, at, 2, subject)
    expect(drain(queue)).toEqual(Array.from({ length: 50 }, (_, index) => index))
  }
})

test('an event that joins its instant late still comes after those that came from afar', () => {
  const queue = createEventQueue()
  const event = createEventRecord()
  schedule(queue, 5 * HOUR, 2, 1)
  schedule(queue, 5 * HOUR - 10, 2, 0)
  schedule(queue, 5 * HOUR, 2, 2)
  takeNext(queue, event)
  schedule(queue, 5 * HOUR, 2, 3)
  expect(drain(queue)).toEqual([1, 2, 3])
})

test('looking at the next instant leaves room for events before it', () => {
  const queue = createEventQueue()
  schedule(queue, 2 * HOUR, 2, 2)
  expect(nextAt(queue)).toBe(2 * HOUR)
  expect(takeNextUntil(queue, HOUR, createEventRecord())).toBe(false)
  schedule(queue, 10, 2, 0)
  schedule(queue, 20_000_000, 2, 1)
  expect(nextAt(queue)).toBe(10)
  expect(drain(queue)).toEqual([0, 1, 2])
})

test('the past, half microseconds and what no number can hold are refused', () => {
  const queue = createEventQueue()
  schedule(queue, 100, 2, 0)
  takeNext(queue, createEventRecord())
  for (const at of [99, 100.5, Number.NaN, Infinity, -1, 2 ** 54]) {
    expect(() => schedule(queue, at, 2, 0)).toThrow(RangeError)
  }
  expect(() => schedule(queue, 100, 2, 2 ** 31)).toThrow(RangeError)
  expect(pendingCount(queue)).toBe(0)
})

test('time goes on past 71 minutes and up to 2^53 microseconds', () => {
  const queue = createEventQueue()
  const last = Number.MAX_SAFE_INTEGER
  for (const at of [last, 2 ** 32, last - 1, 2 ** 32 - 1, 2 ** 31]) schedule(queue, at, 2, 0)
  const event = createEventRecord()
  const taken: number[] = []
  while (takeNext(queue, event)) taken.push(event.at)
  expect(taken).toEqual([2 ** 31, 2 ** 32 - 1, 2 ** 32, last - 1, last])
})

test('the pending events are told in the order in which they will be taken', () => {
  const queue = createEventQueue()
  const ats = [5, 1, HOUR, 5, 9_000, 20_000_000, 1, HOUR]
  for (const [subject, at] of ats.entries()) schedule(queue, at, 2, subject)
  const told = pendingInOrder(queue).map(event => event.subject)
  expect(told).toEqual([1, 6, 0, 3, 4, 5, 2, 7])
  expect(drain(queue)).toEqual(told)
})
