/** The moving part is laid out as the contract says, and its buffer is used again. */
import { expect, test } from 'vitest'
import { slotsById } from '../../kernel/network.ts'
import { inject, look, run, startCluster } from '../../testing/startCluster.ts'
import type { World } from '../world.ts'
import { movingOf } from './movingOf.ts'

function rowsOf(moving: ArrayBuffer) {
  const view = new DataView(moving)
  const count = view.getFloat64(0, true)
  return Array.from({ length: count }, (_, index) => {
    const start = 16 + index * 40
    return {
      id: view.getFloat64(start, true),
      sentAt: view.getFloat64(start + 8, true),
      arrivesAt: view.getFloat64(start + 16, true),
      detail: view.getFloat64(start + 24, true),
      kind: view.getUint8(start + 32),
      flags: view.getUint8(start + 33),
      from: view.getUint16(start + 34, true),
      to: view.getUint16(start + 36, true),
      group: view.getUint16(start + 38, true),
    }
  })
}

/** The same read off the table of messages the slow way. */
function expectedRows({ network }: World) {
  const { messages } = network
  return slotsById(network)
    .filter(slot => (messages.flags[slot]! & 8) === 0)
    .map(slot => ({
      id: messages.id[slot],
      sentAt: messages.sentAt[slot],
      arrivesAt: messages.arrivesAt[slot],
      kind: messages.kind[slot],
      from: messages.from[slot],
      to: messages.to[slot],
      group: messages.kind[slot]! <= 2 ? 65_535 : messages.a[slot],
    }))
}

test('every message in flight has its row, and the header counts them', () => {
  const cluster = startCluster({ groups: 3, sessions: 30, think: '500us' })
  const { world } = cluster.simulation
  let buffer: ArrayBuffer | undefined
  for (let step = 0; step < 50; step++) {
    run(cluster, 1_237)
    buffer = movingOf(world, buffer)
    const rows = rowsOf(buffer).sort((one, other) => one.id - other.id)
    expect(rows).toMatchObject(expectedRows(world))
    expect(rows).toHaveLength(world.network.flying)
    expect(new DataView(buffer).getFloat64(8, true)).toBe(world.now)
  }
})

test('a buffer that is large enough is used again, one that is not is left alone', () => {
  const cluster = startCluster({ sessions: 30, think: '500us' })
  run(cluster, 20_000)
  const { world } = cluster.simulation
  const large = new ArrayBuffer(100_003)
  expect(movingOf(world, large)).toBe(large)
  expect(movingOf(world, new ArrayBuffer(16))).not.toHaveProperty('byteLength', 16)
})

test('flags: lost on the way, doubled, and those that will find nobody as things stand', () => {
  const cluster = startCluster({ parameters: { 'network.duplication': 0.3 } })
  inject(cluster, 'PacketLoss', 'network', { ratio: 0.3 })
  let seen = 0
  for (let step = 0; step < 50; step++) {
    run(cluster, 1_237)
    for (const { flags } of rowsOf(movingOf(cluster.simulation.world))) seen |= flags
  }
  expect(seen).toBe(1 | 2)
  inject(cluster, 'AzOutage', 'az-a')
  const { actors, nodes } = look(cluster)
  const dark = new Set(nodes.filter(({ zone }) => zone === 'az-a').map(({ id }) => id))
  const rows = rowsOf(movingOf(cluster.simulation.world))
  for (const { to, flags } of rows) expect((flags & 8) === 8).toBe(dark.has(actors[to]!))
})
