/** The network agrees with a slow twin of plain objects, and accounts for every message. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEventQueue, createEventRecord, pendingCount, takeNext } from './eventQueue.ts'
import {
  arrive,
  createDraft,
  createNetwork,
  cut,
  free,
  hold,
  IS_HELD,
  inFlightCount,
  linkOf,
  type Network,
  release,
  repair,
  send,
  setDown,
  setDuplication,
  setLoss,
  slotsById,
} from './network.ts'
import { copyPlain, fromJson, toJson } from './snapshot.ts'
import { createStream } from './streams.ts'

const ACTORS = 3
const LAWS = [{ meanMicros: 900, jitterPpm: 700_000, tailPpm: 20_000, tailFactor: 10 }]
const deeds = ['send', 'take', 'cut', 'repair', 'hold', 'release', 'down', 'up', 'save'] as const

const step = fc.record({
  deed: fc.oneof(
    { weight: 6, arbitrary: fc.constant('send' as const) },
    { weight: 5, arbitrary: fc.constant('take' as const) },
    { weight: 4, arbitrary: fc.constantFrom(...deeds) },
  ),
  from: fc.nat(ACTORS - 1),
  to: fc.nat(ACTORS - 1),
})

function isConserved(network: Network): boolean {
  const { sent, duplicated, delivered, lost, cut: dropped, droppedDown } = network.counters
  const ended = delivered + lost + dropped + droppedDown
  return sent + duplicated === ended + inFlightCount(network)
}

interface Known {
  from: number
  to: number
  a: number
}

test('N messages are conserved, and each arrives as it was sent or not at all', () => {
  fc.assert(
    fc.property(fc.nat(), fc.array(step, { maxLength: 200 }), (seed, steps) => {
      let network = createNetwork(ACTORS, LAWS)
      let queue = createEventQueue()
      const stream = createStream(seed, 'network')
      const event = createEventRecord()
      const draft = createDraft()
      const twin = new Map<number, Known>()
      setLoss(network, 0, 1, 300_000)
      setDuplication(network, 0, 2, 300_000)
      for (const [a, { deed, from, to }] of steps.entries()) {
        const lastId = network.nextId
        if (deed === 'send') {
          send(network, queue, stream, Object.assign(draft, { now: queue.lastAt, from, to, a }))
          for (let id = lastId; id < network.nextId; id++) twin.set(id, { from, to, a })
        }
        if (deed === 'cut') cut(network, from, to)
        if (deed === 'repair') repair(network, from, to)
        if (deed === 'hold') hold(network, from, to)
        if (deed === 'release') release(network, queue, linkOf(network, from, to), queue.lastAt)
        if (deed === 'down' || deed === 'up') setDown(network, to, deed === 'down')
        if (deed === 'save') {
          network = fromJson(toJson(network))
          queue = copyPlain(queue)
        }
        if (deed === 'take' && takeNext(queue, event)) {
          const slot = event.subject
          const m = network.messages
          const id = m.id[slot] as number
          expect(m.arrivesAt[slot]).toBe(event.at)
          expect({ from: m.from[slot], to: m.to[slot], a: m.a[slot] }).toEqual(twin.get(id))
          const outcome = arrive(network, slot)
          if (outcome !== IS_HELD) {
            free(network, slot)
            twin.delete(id)
          }
        }
        expect(slotsById(network).map(slot => network.messages.id[slot])).toEqual([...twin.keys()])
        expect(isConserved(network)).toBe(true)
      }
      expect(pendingCount(queue)).toBeLessThanOrEqual(inFlightCount(network))
    }),
    { numRuns: 200 },
  )
})
