/**
 * Story: too few members for a write set, and what can be done: a slot is made anew in place, or
 * the model is changed (2017 §2.1, 2018 §4.1). All laws watch. Rules M11–M13.
 */
import { describe, expect, test } from 'vitest'
import { factsOf, give, heal, inject, look, run } from '../../testing/startCluster.ts'
import {
  changesOf,
  lettersOf,
  milli,
  runUntilChange,
  second,
  sets,
  start,
} from '../../testing/memberStage.ts'

describe('rebuilding with a read quorum only', () => {
  test('M11 (reference T16, Q5): AZ+1 stops writes; a slot is made anew, and they go on', () => {
    const cluster = start()
    run(cluster, 100 * milli)
    inject(cluster, 'AzOutage', 'az-c')
    inject(cluster, 'NodeCrash', 'node-a1')
    run(cluster, 60 * milli)
    expect(look(cluster).lights.commits.state).toBe('waiting')
    runUntilChange(cluster, 'rebuild')
    expect(look(cluster).membership!.groups[0]!.changes[0]).toMatchObject({ kind: 'rebuild' })
    run(cluster, 500 * milli)
    expect(look(cluster).lights.commits.state).toBe('on')
    expect(lettersOf(cluster)).toBe('ABCDEF')
    expect(look(cluster).groups[0]!.segments[0]!.id).toBe('pg1/a3')
    const before = cluster.simulation.world.totals.committed
    run(cluster, 200 * milli)
    expect(cluster.simulation.world.totals.committed).toBeGreaterThan(before)
  })

  test('M4, M11: the old copy is heard again, and the rebuild is taken back', () => {
    const cluster = start({ parameters: { 'repair.transfer': '5s' } })
    run(cluster, 100 * milli)
    inject(cluster, 'AzOutage', 'az-c')
    inject(cluster, 'NodeCrash', 'node-a1')
    const { scl } = look(cluster).groups[0]!.segments[0]!
    runUntilChange(cluster, 'rebuild')
    run(cluster, second)
    expect(look(cluster).lights.commits.state).toBe('waiting')
    heal(cluster, 'NodeCrash', 'node-a1')
    run(cluster, 10 * milli)
    expect(changesOf(cluster)).toEqual(['rebuild', 'rollBack'])
    const [first] = look(cluster).groups[0]!.segments
    expect(first!.id).toBe('pg1/a1')
    expect(first!.scl).toBeGreaterThanOrEqual(scl)
    expect(look(cluster).membership!.groups[0]!.members[0]).toMatchObject({ counts: true })
    run(cluster, 100 * milli)
    expect(look(cluster).lights.commits.state).toBe('on')
    expect(look(cluster).nodes.find(({ id }) => id === 'node-a3')!.isSpare).toBe(true)
  })

  test('M11: the host of the new copy falls silent too, and another one takes its place', () => {
    const cluster = start({ parameters: { 'repair.transfer': '1s', 'storage.fleetPerAz': 4 } })
    run(cluster, 100 * milli)
    inject(cluster, 'AzOutage', 'az-c')
    inject(cluster, 'NodeCrash', 'node-a1')
    runUntilChange(cluster, 'rebuild')
    const onto = look(cluster).groups[0]!.segments[0]!.node
    inject(cluster, 'NodeCrash', onto)
    run(cluster, 3 * second)
    expect(changesOf(cluster)).toEqual(['rebuild', 'rebuild'])
    expect(look(cluster).groups[0]!.segments[0]!.node).not.toBe(onto)
    expect(look(cluster).lights.commits.state).toBe('on')
  })

  test('M11: a disk lost meanwhile has nothing to take back', () => {
    const cluster = start({ parameters: { 'repair.transfer': '1s' } })
    run(cluster, 100 * milli)
    inject(cluster, 'AzOutage', 'az-c')
    inject(cluster, 'NodeCrash', 'node-a1')
    runUntilChange(cluster, 'rebuild')
    inject(cluster, 'NodeLoss', 'node-a1')
    heal(cluster, 'NodeCrash', 'node-a1')
    heal(cluster, 'NodeLoss', 'node-a1')
    run(cluster, 3 * second)
    expect(changesOf(cluster)).toEqual(['rebuild'])
    expect(look(cluster).lights.commits.state).toBe('on')
  })

  test('M11: the writer dies meanwhile; no recovery hears the slot that has forgotten', () => {
    const cluster = start({ parameters: { 'repair.transfer': '1s' }, zone: 'b' })
    run(cluster, 100 * milli)
    inject(cluster, 'AzOutage', 'az-c')
    inject(cluster, 'NodeLoss', 'node-a1')
    run(cluster, 200 * milli)
    expect(changesOf(cluster)).toEqual(['rebuild'])
    inject(cluster, 'InstanceCrash', 'w1')
    heal(cluster, 'InstanceCrash', 'w1')
    run(cluster, 6 * second)
    expect(factsOf(cluster, 'VolumeOpened')).toHaveLength(1)
    expect(look(cluster).lights.commits.state).toBe('on')
  })
})

describe('3 of 4 after the long loss of a zone', () => {
  test('M12, M13 (reference M8): three of the other four, and back with the two uncounted', () => {
    const cluster = start()
    run(cluster, 100 * milli)
    expect(give(cluster, { do: 'ChangeQuorum', model: '3/4' })).toMatchObject({
      reason: { key: 'reason.noZoneIsLost' },
    })
    inject(cluster, 'AzOutage', 'az-c')
    run(cluster, 100 * milli)
    expect(give(cluster, { do: 'ChangeQuorum', model: '3/4' }).accepted).toBe(true)
    run(cluster, 50 * milli)
    expect(sets(cluster)).toEqual({ write: '3/4(ABCD)', read: '2/4(ABCD)' })
    inject(cluster, 'NodeCrash', 'node-a1')
    const before = cluster.simulation.world.totals.committed
    run(cluster, 200 * milli)
    expect(cluster.simulation.world.totals.committed).toBeGreaterThan(before)
    expect(give(cluster, { do: 'ChangeQuorum', model: '4/6' })).toMatchObject({
      reason: { key: 'reason.zoneIsStillOut' },
    })
    heal(cluster, 'NodeCrash', 'node-a1')
    heal(cluster, 'AzOutage', 'az-c')
    expect(give(cluster, { do: 'ChangeQuorum', model: '4/6' }).accepted).toBe(true)
    run(cluster, 3 * milli)
    const uncounted = look(cluster).membership!.groups[0]!.members.filter(({ counts }) => !counts)
    expect(uncounted.map(({ letter }) => letter)).toEqual(['E', 'F'])
    run(cluster, 2 * second)
    expect(sets(cluster)).toEqual({ write: '4/6(ABCDEF)', read: '3/6(ABCDEF)' })
    expect(factsOf(cluster, 'SegmentHydrated')).toHaveLength(2)
  })

  test('M12 (reference T5b): refused while three of the four do not hold what is durable', () => {
    const cluster = start({ sessions: 4, think: '3ms', parameters: { 'repair.automatic': 0 } })
    run(cluster, 50 * milli)
    // B and D hear nothing any more: what is durable is on A, C, E and F.
    for (const node of ['node-a2', 'node-b2']) {
      inject(cluster, 'LinkCut', `w1>${node}`)
      for (const zone of ['az-a', 'az-b', 'az-c']) inject(cluster, 'LinkCut', `${zone}>${node}`)
    }
    run(cluster, 100 * milli)
    inject(cluster, 'AzOutage', 'az-c')
    for (const node of ['node-a2', 'node-b2']) {
      heal(cluster, 'LinkCut', `w1>${node}`)
      for (const zone of ['az-a', 'az-b']) heal(cluster, 'LinkCut', `${zone}>${node}`)
    }
    expect(give(cluster, { do: 'ChangeQuorum', model: '3/4' })).toMatchObject({
      reason: { key: 'reason.notHeldByThree', parameters: { group: 'pg1', held: 2 } },
    })
  })
})
