/** The event queue agrees with a slow, obvious twin: a list sorted by (at, seq). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  createEventQueue,
  createEventRecord,
  type EventRecord,
  nextAt,
  pendingCount,
  schedule,
  takeNext,
} from './eventQueue.ts'
import { pendingInOrder } from './pendingInOrder.ts'
import { copyPlain, fromJson, toJson } from './snapshot.ts'

type Step = { do: 'schedule'; after: number } | { do: 'take' | 'look' | 'copy' | 'save' }

/** Gaps that meet (0), share a window, cross windows and spans, and idle for hours. */
const gap = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 3 }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 9_000 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 40_000_000 }) },
  { weight: 1, arbitrary: fc.constantFrom(4_095, 4_096, 4_097, 16_777_215, 16_777_216) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 90_000_000_000 }) },
)

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: gap.map(after => ({ do: 'schedule' as const, after })) },
  { weight: 5, arbitrary: fc.constant({ do: 'take' as const }) },
  { weight: 1, arbitrary: fc.constantFrom<Step>({ do: 'look' }, { do: 'copy' }, { do: 'save' }) },
)

function createTwin() {
  return { pending: [] as EventRecord[], seq: 1, now: 0 }
}

function earlier(one: EventRecord, other: EventRecord): number {
  return one.at - other.at || one.seq - other.seq
}

test('any mix of scheduling, taking, saving and idle hours gives what the twin gives', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), steps => {
      let queue = createEventQueue()
      const twin = createTwin()
      const event = createEventRecord()
      for (const [subject, action] of steps.entries()) {
        if (action.do === 'schedule') {
          const at = twin.now + action.after
          schedule(queue, at, 2, subject, subject / 2)
          twin.pending.push({ at, seq: twin.seq++, kind: 2, subject, detail: subject / 2 })
        }
        twin.pending.sort(earlier)
        if (action.do === 'look') expect(pendingInOrder(queue)).toEqual(twin.pending)
        if (action.do === 'copy') queue = copyPlain(queue)
        if (action.do === 'save') queue = fromJson(toJson(queue))
        expect(nextAt(queue)).toBe(twin.pending[0]?.at ?? Infinity)
        if (action.do !== 'take') continue
        const expected = twin.pending.shift()
        expect(takeNext(queue, event)).toBe(expected !== undefined)
        if (expected) expect(event).toEqual(expected)
        twin.now = expected?.at ?? twin.now
        expect(pendingCount(queue)).toBe(twin.pending.length)
      }
    }),
    { numRuns: 300 },
  )
})

test('a crowd of ties in a few instants comes out in the order in which it went in', () => {
  const instants = fc.array(fc.constantFrom(0, 1, 4_096, 5_000, 20_000_000), { minLength: 200 })
  fc.assert(
    fc.property(instants, ats => {
      const queue = createEventQueue()
      for (const [subject, at] of ats.entries()) schedule(queue, at, 2, subject)
      const event = createEventRecord()
      const taken: number[] = []
      while (takeNext(queue, event)) taken.push(event.subject)
      const order = [...ats.keys()].sort((a, b) => (ats[a] as number) - (ats[b] as number))
      expect(taken).toEqual(order)
    }),
    { numRuns: 100 },
  )
})
