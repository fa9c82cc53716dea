/** The network: delay, loss, duplication, cut, hold, and no message ever unaccounted for. */
import { expect, test } from 'vitest'
import { createEventQueue, createEventRecord, type EventQueue, takeNext } from './eventQueue.ts'
import { DUPLICATE } from './messageTable.ts'
import {
  type Arrival,
  arrive,
  createDraft,
  createNetwork,
  cut,
  DELIVERED,
  free,
  hold,
  IS_HELD,
  inFlight,
  inFlightCount,
  linkOf,
  type Network,
  release,
  repair,
  send,
  setDown,
  setDuplication,
  setLaw,
  setLoss,
  setSlow,
  WAS_CUT,
  WAS_DOWN,
  WAS_LOST,
} from './network.ts'
import { createStream, type Stream } from './streams.ts'

const STEADY = { meanMicros: 750, jitterPpm: 0, tailPpm: 0, tailFactor: 1 }
const NEAR = { ...STEADY, meanMicros: 250 }

interface Bench {
  network: Network
  queue: EventQueue
  stream: Stream
}

interface Outcome {
  at: number
  kind: number
  outcome: Arrival
  a: number
}

function createBench(): Bench {
  return {
    network: createNetwork(3, [STEADY, NEAR]),
    queue: createEventQueue(),
    stream: createStream(1, 'network'),
  }
}

function post(bench: Bench, from: number, to: number, a = 0, now = 0): number {
  const draft = { ...createDraft(), now, from, to, kind: 9, a, cause: 5 }
  return send(bench.network, bench.queue, bench.stream, draft)
}

function arrivals(bench: Bench): Outcome[] {
  const event = createEventRecord()
  const outcomes: Outcome[] = []
  const messages = bench.network.messages
  while (takeNext(bench.queue, event)) {
    const slot = event.subject
    const outcome = arrive(bench.network, slot)
    outcomes.push({
      at: event.at,
      kind: messages.kind[slot] as number,
      outcome,
      a: messages.a[slot] as number,
    })
    if (outcome !== IS_HELD) free(bench.network, slot)
  }
  return outcomes
}

function outcomesOf(bench: Bench): Arrival[] {
  return arrivals(bench).map(arrival => arrival.outcome)
}

test('a message keeps what it was given and arrives after the delay of its link', () => {
  const bench = createBench()
  setLaw(bench.network, 0, 2, 1)
  const slot = post(bench, 0, 1, 42, 0)
  post(bench, 0, 2, 43, 0)
  const { messages } = bench.network
  expect([messages.from[slot], messages.to[slot], messages.cause[slot]]).toEqual([0, 1, 5])
  expect([messages.sentAt[slot], messages.arrivesAt[slot]]).toEqual([0, 750])
  expect(arrivals(bench)).toEqual([
    { at: 250, kind: 9, outcome: DELIVERED, a: 43 },
    { at: 750, kind: 9, outcome: DELIVERED, a: 42 },
  ])
})

test('a lost message flies as long as any other and is gone on arrival', () => {
  const bench = createBench()
  setLoss(bench.network, 0, 1, 1_000_000)
  post(bench, 0, 1)
  post(bench, 1, 0)
  expect(inFlightCount(bench.network)).toBe(2)
  expect(arrivals(bench).map(({ at, outcome }) => [at, outcome])).toEqual([
    [750, WAS_LOST],
    [750, DELIVERED],
  ])
})

test('a duplicate is a second message that says the same', () => {
  const bench = createBench()
  setDuplication(bench.network, 0, 1, 1_000_000)
  post(bench, 0, 1, 8)
  const flags: number[] = []
  inFlight(bench.network, slot => flags.push(bench.network.messages.flags[slot] as number))
  expect(flags.map(flag => flag & DUPLICATE)).toEqual([0, DUPLICATE])
  expect(arrivals(bench).map(({ a, outcome }) => [a, outcome])).toEqual([
    [8, DELIVERED],
    [8, DELIVERED],
  ])
})

test('a cut drops what arrives while it lasts, one way only', () => {
  const bench = createBench()
  cut(bench.network, 0, 1)
  post(bench, 0, 1)
  post(bench, 1, 0)
  expect(outcomesOf(bench)).toEqual([WAS_CUT, DELIVERED])
  repair(bench.network, 0, 1)
  post(bench, 0, 1, 0, 750)
  expect(outcomesOf(bench)).toEqual([DELIVERED])
})

test('a held link keeps messages and gives them in the order in which they came', () => {
  const bench = createBench()
  hold(bench.network, 0, 1)
  for (let a = 0; a < 5; a++) post(bench, 0, 1, a, a)
  post(bench, 2, 1, 9)
  expect(arrivals(bench).filter(arrival => arrival.outcome === IS_HELD)).toHaveLength(5)
  expect(inFlightCount(bench.network)).toBe(5)
  release(bench.network, bench.queue, linkOf(bench.network, 0, 1), 5_000)
  expect(arrivals(bench)).toEqual(
    [0, 1, 2, 3, 4].map(a => ({ at: 5_000, kind: 9, outcome: DELIVERED, a })),
  )
})

test('what is released into a link that is held again waits again, in the same order', () => {
  const bench = createBench()
  hold(bench.network, 0, 1)
  for (let a = 0; a < 3; a++) post(bench, 0, 1, a)
  arrivals(bench)
  release(bench.network, bench.queue, linkOf(bench.network, 0, 1), 2_000)
  hold(bench.network, 0, 1)
  expect(outcomesOf(bench)).toEqual([IS_HELD, IS_HELD, IS_HELD])
  release(bench.network, bench.queue, linkOf(bench.network, 0, 1), 3_000)
  expect(arrivals(bench).map(arrival => arrival.a)).toEqual([0, 1, 2])
})

test('an actor without power receives nothing', () => {
  const bench = createBench()
  setDown(bench.network, 1, true)
  post(bench, 0, 1)
  expect(outcomesOf(bench)).toEqual([WAS_DOWN])
  setDown(bench.network, 1, false)
  post(bench, 0, 1, 0, 750)
  expect(outcomesOf(bench)).toEqual([DELIVERED])
})

test('a slow link takes its factor longer', () => {
  const bench = createBench()
  setSlow(bench.network, 0, 1, 2_500_000)
  post(bench, 0, 1)
  expect(arrivals(bench)[0]?.at).toBe(1_875)
})

test('a row cannot arrive twice, be held twice or be freed twice', () => {
  const bench = createBench()
  const slot = post(bench, 0, 1)
  takeNext(bench.queue, createEventRecord())
  expect([arrive(bench.network, slot), inFlightCount(bench.network)]).toEqual([DELIVERED, 0])
  expect(() => arrive(bench.network, slot)).toThrow(RangeError)
  free(bench.network, slot)
  expect(() => arrive(bench.network, slot)).toThrow(RangeError)
  expect(() => free(bench.network, slot)).toThrow(RangeError)
  hold(bench.network, 0, 1)
  const kept = post(bench, 0, 1, 0, 750)
  arrivals(bench)
  expect(() => arrive(bench.network, kept)).toThrow(RangeError)
})
