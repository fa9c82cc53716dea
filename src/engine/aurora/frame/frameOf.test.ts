/** A frame says what stands in the world and changes nothing; checked against slow counts. */
import { expect, test } from 'vitest'
import { digest } from '../../digest.ts'
import { parseScenario } from '../../formats/parseScenario.ts'
import { scenarios } from '../../scenarios/catalogue.ts'
import { createSimulation, runUntil } from '../../simulation.ts'
import { heal, inject, look, run, startCluster } from '../../testing/startCluster.ts'
import { everything } from '../../wings/everything.ts'
import { frameOf } from './frameOf.ts'
import { movingOf } from './movingOf.ts'

test('looking changes nothing', () => {
  const cluster = startCluster({ groups: 3 })
  inject(cluster, 'PacketLoss', 'network', { ratio: 0.1 })
  run(cluster, 200_000)
  const before = digest(cluster.simulation)
  look(cluster)
  movingOf(cluster.simulation.world)
  expect(digest(cluster.simulation)).toBe(before)
})

test('a frame is plain: it survives a trip through JSON', () => {
  const cluster = startCluster({ groups: 2 })
  run(cluster, 50_000)
  const frame = look(cluster)
  expect(JSON.parse(JSON.stringify(frame))).toEqual(frame)
})

test('the newest records, who holds them, and what each copy lacks', () => {
  const cluster = startCluster()
  inject(cluster, 'PacketLoss', 'network', { ratio: 0.3 })
  for (let look1 = 0; look1 < 40; look1++) {
    run(cluster, 7_321)
    const { groups } = look(cluster)
    const [group] = groups
    const { records, segments, olderCount, pgcl, carriesPgcl } = group!
    expect(records.length).toBeLessThanOrEqual(16)
    expect(records.map(({ lsn }) => lsn)).toEqual(records.map((_, index) => olderCount + index + 1))
    for (const [slot, { scl, behind, holes }] of segments.entries()) {
      expect((carriesPgcl >>> slot) & 1).toBe(scl >= pgcl ? 1 : 0)
      const lacked = records.filter(({ heldBy }) => !((heldBy >>> slot) & 1))
      const highest = records.findLast(({ heldBy }) => (heldBy >>> slot) & 1)?.lsn ?? 0
      if (scl < olderCount) continue
      expect(behind).toBe(lacked.length)
      expect(holes).toBe(lacked.filter(({ lsn }) => lsn < highest).length)
      expect(records.find(({ lsn }) => lsn === scl + 1)?.heldBy ?? 0).not.toSatisfy(
        (bits: number) => ((bits >>> slot) & 1) === 1,
      )
    }
  }
})

test('L5: the group of the first undurable record holds the safe point back', () => {
  const cluster = startCluster({ groups: 2 })
  run(cluster, 50_000)
  const { groups } = look(cluster)
  const others = groups[0]!.segments.map(({ node }) => node)
  const own = groups[1]!.segments.map(({ node }) => node).filter(node => !others.includes(node))
  for (const node of own) inject(cluster, 'NodeCrash', node)
  run(cluster, 500_000)
  const after = look(cluster)
  expect(after.groups.map(({ holdsBack }) => holdsBack)).toEqual([false, true])
  expect(after.groups[0]!.pgcl).toBeGreaterThan(after.volume.vdl)
})

test('R6 (reference X4): what a recovery annulled is shown until new records come', () => {
  const cluster = startCluster({ zone: 'b', sessions: 8 })
  run(cluster, 60_000)
  for (const node of ['node-a1', 'node-a2', 'node-c1', 'node-c2'])
    inject(cluster, 'NodeCrash', node)
  run(cluster, 20_000)
  inject(cluster, 'NodeCrash', 'node-b1')
  inject(cluster, 'InstanceCrash', 'w1')
  for (const node of ['node-a1', 'node-a2', 'node-c1', 'node-c2']) heal(cluster, 'NodeCrash', node)
  inject(cluster, 'NodeCrash', 'node-b2')
  heal(cluster, 'InstanceCrash', 'w1')
  run(cluster, 1_400_000)
  const { groups, volume } = look(cluster)
  expect(volume.truncations).toHaveLength(1)
  const annulled = groups[0]!.records.filter(({ state }) => state === 'annulled')
  expect(annulled.length).toBeGreaterThan(0)
  for (const { lsn } of annulled) expect(lsn).toBeGreaterThan(volume.vdl)
  heal(cluster, 'NodeCrash', 'node-b1')
  const { totals } = cluster.simulation.world
  const before = totals.committed
  for (let step = 0; step < 600 && totals.committed < before + 20; step++) run(cluster, 100_000)
  expect(look(cluster).groups[0]!.records.every(({ state }) => state !== 'annulled')).toBe(true)
})

test('Q6: an application feels stalled the moment no write set remains, else in flight', () => {
  const cluster = startCluster({ sessions: 20, think: '1ms' })
  run(cluster, 20_000)
  const shop = () => look(cluster).applications[0]!
  expect(shop().waiting).toBeGreaterThan(0)
  expect(shop().feels).toBe('inFlight')
  for (const node of ['node-a1', 'node-a2', 'node-c1']) inject(cluster, 'NodeCrash', node)
  expect(shop().feels).toBe('stalled')
  heal(cluster, 'NodeCrash', 'node-a2')
  expect(shop().feels).toBe('inFlight')
})

test('W10: an application feels that its connection is lost, then that it tries again', () => {
  const cluster = startCluster({ sessions: 20, think: '1ms' })
  run(cluster, 20_000)
  const shop = () => look(cluster).applications[0]!
  inject(cluster, 'InstanceCrash', 'w1')
  run(cluster, 10_000)
  expect(shop()).toMatchObject({ feels: 'lost', waiting: 0, reconnecting: 20 })
  run(cluster, 60_000)
  for (let step = 0; step < 100; step++) {
    run(cluster, 50_000)
    expect(shop()).toMatchObject({ feels: 'reconnecting', waiting: 0, reconnecting: 20 })
  }
  heal(cluster, 'InstanceCrash', 'w1')
  for (let step = 0; step < 600 && shop().reconnecting > 0; step++) run(cluster, 100_000)
  expect(shop().reconnecting).toBe(0)
  expect(['answered', 'inFlight']).toContain(shop().feels)
})

test('links that are cut or lossy are listed one way each', () => {
  const cluster = startCluster()
  expect(look(cluster).links).toEqual([])
  inject(cluster, 'LinkCut', 'w1>node-a1')
  inject(cluster, 'PacketLoss', 'node-b1>w1', { ratio: 0.5 })
  expect(look(cluster).links).toEqual([
    { from: 'w1', to: 'node-a1', isCut: true, lossPpm: 0 },
    { from: 'node-b1', to: 'w1', isCut: false, lossPpm: 500_000 },
  ])
})

test.each(Object.values(scenarios))('$name: a frame is the same after a way as JSON', scenario => {
  const parsed = parseScenario(scenario)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const simulation = createSimulation(parsed.setup, everything)
  const { opensAtMicros } = parsed.setup
  for (const at of [0, opensAtMicros, opensAtMicros + 200_000]) {
    runUntil(simulation, at, Infinity)
    const frame = frameOf(simulation.world, 0, simulation.context.mechanisms)
    expect(JSON.parse(JSON.stringify(frame))).toStrictEqual(frame)
  }
})
