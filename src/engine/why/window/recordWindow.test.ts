/**
 * A window recorded event by event holds every message once, with its fate, and an order in which
 * nothing arrives before it was sent. Rules N: a message is never altered, lost ones are seen.
 */
import { expect, test } from 'vitest'
import type { SpaceMessage } from '../../contract/spacetime.ts'
import { slotsById } from '../../kernel/network.ts'
import { listen, nextEventAt, runUntil } from '../../simulation.ts'
import { type Cluster, give, inject, run, startCluster } from '../../testing/startCluster.ts'
import { recordWindow } from './recordWindow.ts'

function record({ simulation }: Cluster, micros: number, breakIt: () => void = () => undefined) {
  const recorder = recordWindow(simulation, () => true)
  listen(simulation, fact => recorder.hear(fact), true)
  const until = simulation.world.now + micros
  const before = { ...simulation.world.network.counters }
  breakIt()
  while (nextEventAt(simulation) <= until) {
    runUntil(simulation, until, 1)
    recorder.note('event')
  }
  return { ...recorder.end(), before, after: simulation.world.network.counters, recorder }
}

function sentWithin(messages: SpaceMessage[]): number {
  return messages.filter(({ sentOrder }) => sentOrder !== null).length
}

test('every message sent in the window is recorded, and every one that arrived has arrived', () => {
  const cluster = startCluster({ sessions: 6, groups: 2 })
  run(cluster, 20_000)
  const { messages, before, after } = record(cluster, 20_000)
  expect(after.sent - before.sent).toBeGreaterThan(50)
  expect(sentWithin(messages)).toBe(after.sent - before.sent)
  const delivered = messages.filter(({ fate }) => fate === 'delivered').length
  expect(delivered).toBe(after.delivered - before.delivered)
  expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length)
})

test('nothing arrives before it was sent, in time and in the order of events', () => {
  const cluster = startCluster({ sessions: 6 })
  const { messages } = record(cluster, 20_000)
  for (const { sentAt, arrivesAt, sentOrder, endOrder } of messages) {
    expect(arrivesAt).toBeGreaterThanOrEqual(sentAt)
    if (endOrder !== null && sentOrder !== null) expect(endOrder).toBeGreaterThan(sentOrder)
  }
})

test('what a node without power gets ends there, and is told apart from what is under way', () => {
  const cluster = startCluster({ sessions: 6 })
  run(cluster, 20_000)
  const { messages, actors } = record(cluster, 20_000, () =>
    inject(cluster, 'NodeCrash', 'node-a1'),
  )
  const node = actors.indexOf('node-a1')
  const fates = new Set(
    messages.filter(({ to, endOrder }) => to === node && endOrder !== null).map(its => its.fate),
  )
  expect([...fates]).toEqual(['receiverDown'])
})

test('N10: a message that a hand made late arrives then, and not before', () => {
  const cluster = startCluster({ sessions: 6 })
  run(cluster, 20_000)
  const { network, now } = cluster.simulation.world
  const slot = slotsById(network).find(its => network.messages.arrivesAt[its]! > now)!
  const [message, due] = [network.messages.id[slot]!, network.messages.arrivesAt[slot]!]
  const { messages } = record(cluster, 20_000, () =>
    give(cluster, { do: 'InterceptMessage', message, how: 'delay', by: '5ms' }),
  )
  const late = messages.find(({ id }) => id === message)
  expect(late).toMatchObject({ fate: 'delivered', arrivesAt: due + 5_000 })
  expect(late!.endOrder).not.toBeNull()
})

test('a transaction is told by its request, its redo, its acknowledgements and its answer', () => {
  const cluster = startCluster({ sessions: 2, writes: 2 })
  const { messages, marks } = record(cluster, 60_000)
  const committed = marks.find(({ fact }) => fact.fact === 'TransactionCommitted')?.fact
  if (committed?.fact !== 'TransactionCommitted') throw new Error('nothing was committed')
  const { transaction } = committed.parameters
  const kinds = messages.filter(its => its.transactions.includes(transaction)).map(its => its.kind)
  expect(new Set(kinds)).toEqual(new Set(['Request', 'WriteRedo', 'WriteAck', 'Answer']))
})

test('an acknowledgement knows its transaction though its redo left before the window', () => {
  const cluster = startCluster({ sessions: 4, writes: 2 })
  run(cluster, 20_000)
  const { messages } = record(cluster, 3_000)
  const sent = new Set(messages.filter(its => its.kind === 'WriteRedo').map(its => its.id))
  const acks = messages.filter(({ kind, sentOrder }) => kind === 'WriteAck' && sentOrder === null)
  expect(sent.size).toBeGreaterThan(0)
  expect(acks.length).toBeGreaterThan(0)
  expect(acks.filter(({ transactions }) => transactions.length === 0)).toEqual([])
})

test('a commit is marked at the writer that acknowledged it', () => {
  const { marks, actors } = record(startCluster({ sessions: 2, writes: 2 }), 60_000)
  const commits = marks.filter(({ fact }) => fact.fact === 'TransactionCommitted')
  expect(commits.length).toBeGreaterThan(0)
  expect(new Set(commits.map(({ actor }) => actors[actor ?? -1]))).toEqual(new Set(['w1']))
})

test('when the older half is forgotten, what was under way then stays as sent before', () => {
  const { recorder, messages } = record(startCluster({ sessions: 6 }), 20_000)
  const from = recorder.forgetOlder()
  const rest = recorder.end().messages
  expect(rest.length).toBeLessThan(messages.length)
  expect(rest.every(({ sentOrder, sentAt }) => sentOrder !== null || sentAt <= from)).toBe(true)
  const known = rest.flatMap(({ sentOrder }) => sentOrder ?? [])
  expect(Math.min(...rest.map(({ endOrder }) => endOrder ?? Infinity))).toBeGreaterThanOrEqual(
    Math.min(...known),
  )
})
