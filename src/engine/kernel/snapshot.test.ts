/** Saving and restoring: nothing shared, nothing lost, and the run goes on as if unbroken. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDigest, digestOf, hex16 } from './digest.ts'
import { delayMicros } from './distributions.ts'
import { createEventQueue, createEventRecord, schedule, takeNext } from './eventQueue.ts'
import { foldNetwork, foldQueue } from './machineDigest.ts'
import { arrive, createDraft, createNetwork, free, type Network, send } from './network.ts'
import { copyPlain, fromJson, toJson } from './snapshot.ts'
import { createStream } from './streams.ts'

const LAW = { meanMicros: 800, jitterPpm: 500_000, tailPpm: 1_000, tailFactor: 10 }
const odd = [-0, Number.NaN, Infinity, -Infinity, 1e-320, 2 ** 53, 0.1]

const plain = fc.letrec(tie => ({
  leaf: fc.oneof(
    fc.double(),
    fc.integer(),
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    fc.float64Array({ maxLength: 5 }),
    fc.int32Array({ maxLength: 5 }),
    fc.uint8Array({ maxLength: 5 }),
  ),
  value: fc.oneof(
    { maxDepth: 3 },
    tie('leaf'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), tie('value'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
})).value

test('any plain value survives copy and text, bit by bit', () => {
  fc.assert(
    fc.property(plain, value => {
      expect(copyPlain(value)).toStrictEqual(value)
      expect(fromJson(toJson(value))).toStrictEqual(value)
      expect(digestOf(fromJson(toJson(value)))).toBe(digestOf(value))
    }),
    { numRuns: 500 },
  )
})

test('-0, NaN and the infinities survive, alone and in columns; maps and sets too', () => {
  const state = {
    odd,
    column: Float64Array.from(odd),
    map: new Map([['a', odd]]),
    set: new Set(['b']),
  }
  expect(copyPlain(state)).toStrictEqual(state)
  expect(fromJson(toJson(state))).toStrictEqual(state)
})

test('what is frozen is shared, and the same in a digest as if it were not', () => {
  const frozen = Object.freeze({ list: Object.freeze([1, 2]) })
  const state = { frozen, open: [frozen] }
  const copy = copyPlain(state)
  expect(copy.frozen).toBe(frozen)
  expect(copy.open).not.toBe(state.open)
  expect(copy.open[0]).toBe(frozen)
  expect(digestOf(copy)).toBe(digestOf({ frozen: { list: [1, 2] }, open: [{ list: [1, 2] }] }))
})

test('a copy shares nothing with its original', () => {
  const state = { list: [{ n: 1 }], column: new Int32Array([1]), map: new Map([['a', { n: 1 }]]) }
  const copy = copyPlain(state)
  ;(state.list[0] as { n: number }).n = 2
  state.column[0] = 2
  ;(state.map.get('a') as { n: number }).n = 2
  expect(copy).toEqual({
    list: [{ n: 1 }],
    column: new Int32Array([1]),
    map: new Map([['a', { n: 1 }]]),
  })
})

test('a copy of a table keeps the used rows only, and can grow again', () => {
  const queue = createEventQueue()
  for (let at = 0; at < 10; at++) schedule(queue, at, 2, at)
  const copy = copyPlain(queue)
  expect([queue.events.at.length, copy.events.at.length]).toEqual([256, 11])
  for (let at = 10; at < 2_000; at++) schedule(copy, at, 2, at)
  const event = createEventRecord()
  for (let at = 0; at < 2_000; at++) {
    takeNext(copy, event)
    expect([event.at, event.subject]).toEqual([at, at])
  }
})

test('a saved state of unknown content is refused', () => {
  expect(() => fromJson('{"$Float32Array":[1]}')).toThrow(SyntaxError)
})

function createRun(seed: number) {
  const run = {
    network: createNetwork(4, [LAW]) as Network,
    queue: createEventQueue(),
    stream: createStream(seed, 'network'),
    answered: 0,
  }
  const draft = createDraft()
  for (let to = 1; to < 4; to++) send(run.network, run.queue, run.stream, { ...draft, to, kind: 2 })
  return run
}

type Run = ReturnType<typeof createRun>

/** Every message that arrives is answered; now and then a timer sends a new one. */
function advance(run: Run, events: number): void {
  const event = createEventRecord()
  const draft = createDraft()
  for (let done = 0; done < events && takeNext(run.queue, event); done++) {
    const { messages } = run.network
    const slot = event.subject
    if (event.kind === 5) {
      Object.assign(draft, {
        now: event.at,
        from: 0,
        to: 1 + (slot % 3),
        kind: 2,
        a: 0,
        cause: event.seq,
      })
    } else {
      arrive(run.network, slot)
      const [from, to] = [messages.to[slot] as number, messages.from[slot] as number]
      Object.assign(draft, {
        now: event.at,
        from,
        to,
        kind: 3,
        a: ++run.answered,
        cause: event.seq,
      })
      free(run.network, slot)
      if (run.answered % 7 === 0) {
        schedule(run.queue, event.at + delayMicros(run.stream, LAW) * 9_000, 5, run.answered)
      }
    }
    send(run.network, run.queue, run.stream, draft)
  }
}

function digestOfRun(run: Run): string {
  const digest = createDigest()
  foldQueue(digest, run.queue, run.network)
  foldNetwork(digest, run.network)
  return `${hex16(digest)} ${digestOf(run.stream)} ${run.answered}`
}

test('copy or text in mid-run, then on: the same digest as the run that was never broken', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(3_000), (seed, breakAfter) => {
      const unbroken = createRun(seed)
      advance(unbroken, breakAfter)
      const copied = copyPlain(unbroken)
      const read = fromJson<Run>(toJson(unbroken))
      const again = copyPlain(copied)
      for (const run of [copied, read, again]) expect(digestOfRun(run)).toBe(digestOfRun(unbroken))
      for (const run of [unbroken, copied, read, again]) advance(run, 2_000)
      for (const run of [copied, read, again]) expect(digestOfRun(run)).toBe(digestOfRun(unbroken))
    }),
    { numRuns: 20 },
  )
})
