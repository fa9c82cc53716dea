/** The digest: equal for equal states, whatever their order of keys or room to grow. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDigest, digestOf, foldNumber, foldString, hex16 } from './digest.ts'
import {
  createEventQueue,
  createEventRecord,
  type EventQueue,
  schedule,
  takeNext,
} from './eventQueue.ts'
import { foldMessages, foldQueue } from './machineDigest.ts'
import { createDraft, createNetwork, cut, free, type Network, send } from './network.ts'
import { createStream } from './streams.ts'

test('golden values', () => {
  expect(hex16(createDigest())).toBe('bfcece8ab0fc4fb8')
  expect(digestOf({ vdl: 17, name: 'pg1', heights: [1, 2.5, -0], open: true, gone: null })).toBe(
    '717b4ffb3f7d7349',
  )
})

test('the order of keys and absent values do not count; everything else does', () => {
  expect(digestOf({ a: 1, b: 2 })).toBe(digestOf({ b: 2, gone: undefined, a: 1 }))
  const different = [
    1,
    '1',
    [1],
    { a: 1 },
    { a: '1' },
    [[1]],
    [1, 0],
    true,
    null,
    1.5,
    -1,
    2 ** 32,
    ['a', 'b'],
    ['ab'],
    {},
    [],
  ]
  expect(new Set(different.map(digestOf)).size).toBe(different.length)
})

test('numbers next to each other never share a digest, nor do their sums by place', () => {
  const seen = new Set<string>()
  for (let a = 0; a < 60; a++) for (let b = 0; b < 60; b++) seen.add(digestOf([a, b]))
  expect(seen.size).toBe(3_600)
})

test('one bit changed anywhere changes about half of the digest', () => {
  const differing: number[] = []
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 2, maxLength: 20 }), fc.nat(), (list, place) => {
      const changed = list.slice()
      const index = place % list.length
      changed[index] = (changed[index] as number) ^ 1
      differing.push(bitsApart(digestOf(list), digestOf(changed)))
    }),
    { numRuns: 300 },
  )
  const mean = differing.reduce((sum, count) => sum + count, 0) / differing.length
  expect(Math.min(...differing)).toBeGreaterThan(8)
  expect(Math.abs(mean - 32)).toBeLessThan(2)
})

function bitsApart(one: string, other: string): number {
  const apart = BigInt(`0x${one}`) ^ BigInt(`0x${other}`)
  return apart.toString(2).replaceAll('0', '').length
}

test('room to grow does not count', () => {
  const small = { usedRows: 2, column: new Int32Array([1, 2]) }
  const large = { usedRows: 2, column: new Int32Array([1, 2, 9, 9]) }
  expect(digestOf(small)).toBe(digestOf(large))
})

function digestOfQueue(queue: EventQueue, network?: Network): string {
  const digest = createDigest()
  foldQueue(digest, queue, network)
  if (network) foldMessages(digest, network)
  return hex16(digest)
}

test('how far the wheels have turned and which rows are used does not count', () => {
  const fresh = createEventQueue()
  const used = createEventQueue()
  for (let at = 0; at < 40; at++) schedule(used, at, 2, at)
  while (takeNext(used, createEventRecord()));
  Object.assign(fresh, { lastAt: used.lastAt, nextSeq: used.nextSeq })
  for (const queue of [fresh, used]) {
    for (const at of [60, 39, 5_000, 90_000_000]) schedule(queue, at, 3, at)
  }
  expect(digestOfQueue(fresh)).toBe(digestOfQueue(used))
  schedule(used, 60, 3, 60)
  expect(digestOfQueue(fresh)).not.toBe(digestOfQueue(used))
})

test('a message counts by its id and content, not by its row', () => {
  const law = { meanMicros: 10, jitterPpm: 0, tailPpm: 0, tailFactor: 1 }
  const runs = [false, true].map(isShuffled => {
    const network = createNetwork(2, [law])
    const queue = createEventQueue()
    const stream = createStream(1, 'network')
    const draft = { ...createDraft(), to: 1 }
    const slots = [1, 2, 3].map(a => send(network, queue, stream, { ...draft, a }))
    const order = isShuffled ? [2, 0, 1] : [0, 1, 2]
    while (takeNext(queue, createEventRecord()));
    for (const index of order) free(network, slots[index] as number)
    for (const a of [4, 5]) send(network, queue, stream, { ...draft, now: 10, a })
    return { network, queue }
  })
  const [one, other] = runs.map(({ network, queue }) => digestOfQueue(queue, network))
  expect(one).toBe(other)
})

test('a changed word or number changes the digest', () => {
  const [one, other] = [createDigest(), createDigest()]
  foldString(one, 'az-a')
  foldString(other, 'az-b')
  expect(hex16(one)).not.toBe(hex16(other))
  foldNumber(one, 0.1)
  expect(hex16(one)).not.toBe(hex16(createDigest()))
})

test('a switch thrown on a link changes the digest of the network', () => {
  const network = createNetwork(2, [])
  const before = digestOf(network)
  cut(network, 0, 1)
  expect(digestOf(network)).not.toBe(before)
})
