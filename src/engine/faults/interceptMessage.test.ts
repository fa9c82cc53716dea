/** A hand in the network: one message is lost, late or doubled, and all else goes as it went. */
import { expect, test } from 'vitest'
import type { Command } from '../contract/commands.ts'
import type { MessageKind } from '../contract/messages.ts'
import { messageNumber } from '../aurora/messageNumber.ts'
import { digest } from '../digest.ts'
import { inFlight } from '../kernel/network.ts'
import { type Cluster, factsOf, give, run, startCluster } from '../testing/startCluster.ts'

interface Flying {
  id: number
  to: string
  arrivesAt: number
}

const quiet = {
  'network.jitter': 0,
  'network.tailProbability': 0,
  'network.loss': 0,
  'network.duplication': 0,
  'storage.gossipPeriod': '10s',
  'network.resendFirst': '1000ms',
  'network.resendMax': '5s',
} as const

function flying({ simulation }: Cluster, kind: MessageKind): Flying[] {
  const { network, actors } = simulation.world
  const { messages } = network
  const found: Flying[] = []
  inFlight(network, slot => {
    if (messages.kind[slot] !== messageNumber[kind]) return
    const id = messages.id[slot]!
    found.push({ id, to: actors[messages.to[slot]!]!, arrivesAt: messages.arrivesAt[slot]! })
  })
  return found.sort((one, other) => one.id - other.id)
}

/** One session writes by itself; the cluster stands where its first messages of a kind fly. */
function standAt(kind: MessageKind, parameters: object = quiet): Cluster {
  const cluster = startCluster({ sessions: 1, reads: 0, parameters: { ...parameters } })
  while (flying(cluster, kind).length === 0) run(cluster, 50)
  return cluster
}

function caught(cluster: Cluster, command: Omit<Command & { do: 'InterceptMessage' }, 'do'>): void {
  expect(give(cluster, { do: 'InterceptMessage', ...command })).toEqual({ accepted: true })
}

function vdlOf({ simulation }: Cluster): number {
  return simulation.world.instances[0]!.memory.vdl
}

test.each([
  ['reason.notUnderWay', { message: 0, how: 'drop' }],
  ['reason.notUnderWay', { message: 1e9, how: 'delay' }],
  ['reason.unknownCatch', { message: 0, how: 'eat' }],
  ['reason.clientMessage', { how: 'drop' }],
  ['reason.clientMessage', { how: 'duplicate' }],
  ['reason.badDuration', { how: 'delay', by: 'a while' }],
  ['reason.outOfRange', { how: 'delay', by: '0ms' }],
  ['reason.outOfRange', { how: 'delay', by: '61s' }],
])('N10: %s, and nothing moves: %o', (key, command) => {
  const cluster = standAt('Request')
  const [{ id }] = flying(cluster, 'Request') as [Flying]
  const { queue, network } = cluster.simulation.world
  const before = JSON.stringify([queue, network])
  const given = { do: 'InterceptMessage', message: id, ...command } as Command
  expect(give(cluster, given)).toMatchObject({ accepted: false, reason: { key } })
  expect(JSON.stringify([queue, network])).toBe(before)
})

test('N10: a message that a hand drops is gone on arrival, and the command is the cause', () => {
  const cluster = standAt('WriteRedo')
  const [{ id, to }] = flying(cluster, 'WriteRedo') as [Flying]
  caught(cluster, { message: id, how: 'drop' })
  const again = give(cluster, { do: 'InterceptMessage', message: id, how: 'drop' })
  expect(again).toMatchObject({ reason: { key: 'reason.messageLost' } })
  run(cluster, 5_000)
  const [dropped] = factsOf(cluster, 'MessageDropped')
  expect(dropped).toMatchObject({ parameters: { message: id, to, because: 'loss' } })
  expect(dropped!.cause).toBe(factsOf(cluster, 'CommandGiven')[0]!.id)
  expect(vdlOf(cluster)).toBeGreaterThan(0)
})

test('N10: a delayed message arrives later by just so much, twice delayed by both', () => {
  const cluster = standAt('WriteRedo')
  const all = flying(cluster, 'WriteRedo')
  const [{ id, arrivesAt }] = all as [Flying]
  caught(cluster, { message: id, how: 'delay', by: '7ms' })
  caught(cluster, { message: id, how: 'delay' })
  const late = arrivesAt + 17_000
  run(cluster, late - 1 - cluster.simulation.world.now)
  expect(flying(cluster, 'WriteRedo').map(its => its.id)).toContain(id)
  run(cluster, 1)
  expect(flying(cluster, 'WriteRedo').map(its => its.id)).not.toContain(id)
})

test('N10: a copy takes as long as the first one, and draws nothing by chance', () => {
  const one = standAt('WriteRedo', {})
  const other = standAt('WriteRedo', {})
  const [{ id, arrivesAt, to }] = flying(one, 'WriteRedo') as [Flying]
  const { streams, now, network } = one.simulation.world
  const sentAt = network.messages.sentAt[network.messages.id.indexOf(id)]!
  caught(one, { message: id, how: 'duplicate' })
  expect(streams).toEqual(other.simulation.world.streams)
  expect(flying(one, 'WriteRedo').at(-1)).toMatchObject({ to, arrivesAt: now + arrivesAt - sentAt })
})

test('N10, Q1: three acknowledgements that come twice are three votes, not six', () => {
  const cluster = standAt('WriteRedo')
  const sent = flying(cluster, 'WriteRedo')
  expect(sent).toHaveLength(6)
  for (const { id } of sent.slice(3)) caught(cluster, { message: id, how: 'drop' })
  const doubled = new Set<number>()
  for (let step = 0; step < 200; step++) {
    for (const { id } of flying(cluster, 'WriteAck')) {
      if (doubled.size < 3) caught(cluster, { message: id, how: 'duplicate' })
      doubled.add(id)
    }
    run(cluster, 20)
  }
  expect(doubled.size).toBeGreaterThanOrEqual(6)
  const before = vdlOf(cluster)
  run(cluster, 50_000)
  expect(vdlOf(cluster)).toBe(before)
  run(cluster, 2_000_000)
  expect(vdlOf(cluster)).toBeGreaterThan(before)
})

test('N10: the same hand in the same run gives the same run', () => {
  const digests = [1, 2].map(() => {
    const cluster = standAt('WriteAck', {})
    const hows = ['drop', 'delay', 'duplicate'] as const
    for (const [index, { id }] of flying(cluster, 'WriteAck').entries()) {
      caught(cluster, { message: id, how: hows[index % 3]! })
    }
    run(cluster, 500_000)
    return digest(cluster.simulation)
  })
  expect(digests[0]).toBe(digests[1])
})
