/**
 * Story: members of a group are replaced, and no commit waits for it (2018 §4.1, 2017 §2). All laws
 * watch. Rules M1–M15.
 */
import { describe, expect, test } from 'vitest'
import { factsOf, give, heal, inject, look, run } from '../../testing/startCluster.ts'
import {
  changesOf,
  lettersOf,
  longestSilence,
  milli,
  runUntilChange,
  second,
  sets,
  start,
} from '../../testing/memberStage.ts'

describe('replacement by quorum sets', () => {
  test('M1, M2, M3, M4 (reference M1, M2, M3b): F is silent, G joins, fills, settles', () => {
    const cluster = start()
    run(cluster, 50 * milli)
    expect(look(cluster).membership).toBeNull()
    inject(cluster, 'NodeCrash', 'node-c2')
    runUntilChange(cluster, 'join')
    expect(lettersOf(cluster)).toBe('ABCDEFG')
    expect(sets(cluster)).toEqual({
      write: '4/6(ABCDEF) and 4/6(ABCDEG)',
      read: '3/6(ABCDEF) or 3/6(ABCDEG)',
    })
    runUntilChange(cluster, 'settle')
    expect(lettersOf(cluster)).toBe('ABCDEG')
    expect(sets(cluster)).toEqual({ write: '4/6(ABCDEG)', read: '3/6(ABCDEG)' })
    expect(look(cluster).membership!.groups[0]!.membershipEpoch).toBe(3)
    expect(longestSilence(cluster)).toBeLessThan(40 * milli)
    heal(cluster, 'NodeCrash', 'node-c2')
    run(cluster, second / 2)
    expect(look(cluster).nodes.find(({ id }) => id === 'node-c2')!.isSpare).toBe(true)
    expect(lettersOf(cluster)).toBe('ABCDEG')
  })

  test('M2: a node that nobody in another zone hears is silent, though it has power', () => {
    const cluster = start()
    run(cluster, 50 * milli)
    inject(cluster, 'LinkCut', 'node-c2<>az-a')
    run(cluster, 300 * milli)
    expect(look(cluster).membership).toBeNull()
    inject(cluster, 'LinkCut', 'node-c2<>az-b')
    runUntilChange(cluster, 'join')
    expect(factsOf(cluster, 'MemberSuspected')[0]!.parameters).toMatchObject({
      segment: 'pg1/c2',
      because: 'silent',
      silentMicros: 100 * milli,
    })
    heal(cluster, 'LinkCut', 'node-c2<>az-a')
    runUntilChange(cluster, 'rollBack')
    expect(lettersOf(cluster)).toBe('ABCDEF')
    inject(cluster, 'LinkCut', 'node-c2<>az-a')
    runUntilChange(cluster, 'settle')
    expect(lettersOf(cluster)).toBe('ABCDEG')
    expect(longestSilence(cluster)).toBeLessThan(40 * milli)
  })

  test('M2, M15: in a zone that is cut off nobody takes the place of anybody', () => {
    const cluster = start()
    run(cluster, 50 * milli)
    inject(cluster, 'ZoneIsolation', 'az-c')
    run(cluster, 500 * milli)
    expect(look(cluster).membership!.groups[0]!.changes).toEqual([])
    expect(give(cluster, { do: 'ChangeQuorum', model: '3/4' }).accepted).toBe(true)
    run(cluster, 100 * milli)
    expect(sets(cluster)).toEqual({ write: '3/4(ABCD)', read: '2/4(ABCD)' })
  })

  test('M3, M4 (reference M3a): F is heard again, and the change is taken back', () => {
    const cluster = start()
    run(cluster, 50 * milli)
    inject(cluster, 'NodeCrash', 'node-c2')
    runUntilChange(cluster, 'join')
    heal(cluster, 'NodeCrash', 'node-c2')
    runUntilChange(cluster, 'rollBack')
    expect(lettersOf(cluster)).toBe('ABCDEF')
    expect(sets(cluster)).toEqual({ write: '4/6(ABCDEF)', read: '3/6(ABCDEF)' })
    expect(longestSilence(cluster)).toBeLessThan(40 * milli)
    run(cluster, second / 2)
    expect(changesOf(cluster)).toEqual(['join', 'rollBack'])
  })

  test('M6 (reference M5, M6): E fails too, four sets; ABCD is enough to write', () => {
    const cluster = start({ parameters: { 'storage.fleetPerAz': 4, 'repair.transfer': '1s' } })
    run(cluster, 50 * milli)
    inject(cluster, 'NodeCrash', 'node-c2')
    runUntilChange(cluster, 'join')
    inject(cluster, 'NodeCrash', 'node-c1')
    run(cluster, 150 * milli)
    expect(changesOf(cluster)).toEqual(['join', 'join'])
    expect(lettersOf(cluster)).toBe('ABCDEFGH')
    expect(sets(cluster).write).toBe('4/6(ABCDEF) and 4/6(ABCDEG) and 4/6(ABCDHF) and 4/6(ABCDHG)')
    expect(sets(cluster).read).toBe('3/6(ABCDEF) or 3/6(ABCDEG) or 3/6(ABCDHF) or 3/6(ABCDHG)')
    const before = cluster.simulation.world.totals.committed
    run(cluster, 100 * milli)
    expect(cluster.simulation.world.totals.committed).toBeGreaterThan(before)
    run(cluster, 3 * second)
    expect(changesOf(cluster)).toEqual(['join', 'join', 'settle', 'settle'])
    expect(lettersOf(cluster)).toBe('ABCDHG')
    expect(sets(cluster).write).toBe('4/6(ABCDHG)')
  })

  test('M7: the change is a write; without a write set no member can be exchanged', () => {
    const cluster = start({ parameters: { 'repair.automatic': 0 } })
    run(cluster, 50 * milli)
    for (const node of ['node-b1', 'node-c1', 'node-c2']) inject(cluster, 'NodeCrash', node)
    const outcome = give(cluster, { do: 'ReplaceSegment', segment: 'pg1/a1' })
    expect(outcome).toMatchObject({ reason: { key: 'reason.noWriteSet' } })
  })

  test('M8 (reference X12): an old request bounces off, and is sent once more', () => {
    const cluster = start({ sessions: 12, think: '1ms', parameters: { 'network.jitter': 1 } })
    run(cluster, 50 * milli)
    for (let turn = 0; turn < 6; turn++) {
      const [free] = look(cluster).nodes.filter(({ id, isSpare }) => isSpare && /-c/.test(id))
      const segment = look(cluster).groups[0]!.segments.find(({ zone }) => zone === 'az-c')!.id
      give(cluster, { do: 'ReplaceSegment', segment, onto: free!.id })
      run(cluster, 400 * milli)
    }
    expect(factsOf(cluster, 'MembersRefused').length).toBeGreaterThan(0)
    expect(changesOf(cluster).filter(change => change === 'settle')).toHaveLength(6)
    expect(longestSilence(cluster)).toBeLessThan(60 * milli)
  })

  test('M8: once known, the new epoch goes with every write, read and gossip', () => {
    const parameters = { 'instance.bufferPoolPages': 4 }
    const cluster = start({ sessions: 6, reads: 2, parameters })
    run(cluster, 50 * milli)
    give(cluster, { do: 'ReplaceSegment', segment: 'pg1/c2' })
    runUntilChange(cluster, 'settle')
    run(cluster, 100 * milli)
    const refused = factsOf(cluster, 'MembersRefused').length
    const returned = factsOf(cluster, 'PageReturned').length
    run(cluster, 300 * milli)
    expect(factsOf(cluster, 'MembersRefused')).toHaveLength(refused)
    expect(factsOf(cluster, 'PageReturned').length).toBeGreaterThan(returned + 50)
  })

  test('M10 (reference O1): to fill a segment takes the transfer of 10 GB over 10 Gbps', () => {
    const parameters = { 'repair.transfer': '8s', 'repair.suspectAfter': '2s' }
    const cluster = start({ sessions: 1, think: '200ms', parameters })
    inject(cluster, 'NodeCrash', 'node-c2')
    run(cluster, 11 * second)
    const [hydrated] = factsOf(cluster, 'SegmentHydrated')
    expect(hydrated!.parameters.tookMicros).toBeGreaterThan(8 * second)
    expect(hydrated!.at).toBeLessThan(10.2 * second)
    expect(factsOf(cluster, 'PartReceived')).toHaveLength(16)
  })

  test('M10: the peer that gives falls silent, and another one goes on', () => {
    const cluster = start({ parameters: { 'repair.transfer': '0.8s' } })
    run(cluster, 50 * milli)
    inject(cluster, 'NodeCrash', 'node-c2')
    runUntilChange(cluster, 'join')
    run(cluster, 200 * milli)
    const { from, hydratedPpm } = look(cluster).membership!.groups[0]!.members[6]!
    expect(hydratedPpm).toBeGreaterThan(100_000)
    const giver = look(cluster).groups[0]!.segments.find(({ id }) => id === from)!.node
    inject(cluster, 'NodeCrash', giver)
    run(cluster, 3 * second)
    expect(
      new Set(factsOf(cluster, 'PartReceived').map(fact => fact.parameters.from)).size,
    ).toBeGreaterThan(1)
    expect(changesOf(cluster)).toContain('settle')
  })

  test('M15 (reference G6): with two nodes a zone a replacement has no host', () => {
    const cluster = start({ parameters: { 'storage.fleetPerAz': 2 } })
    run(cluster, 50 * milli)
    inject(cluster, 'NodeCrash', 'node-c2')
    run(cluster, second)
    expect(changesOf(cluster)).toEqual([])
    const outcome = give(cluster, { do: 'ReplaceSegment', segment: 'pg1/c2' })
    expect(outcome).toMatchObject({ reason: { key: 'reason.noHost' } })
  })

  test('M14 (reference O4): segments of a hot node move to a colder one', () => {
    const cluster = start({ groups: 3 })
    run(cluster, 50 * milli)
    inject(cluster, 'HotNode', 'node-a1')
    run(cluster, 3 * second)
    const hot = look(cluster).nodes.find(({ id }) => id === 'node-a1')!
    expect(hot.segments).toHaveLength(0)
    expect(changesOf(cluster)).not.toContain('rollBack')
    expect(factsOf(cluster, 'MemberSuspected')[0]!.parameters.because).toBe('hot')
  })

  test('M14: a node lost for good is repaired elsewhere; healed, it stands there empty', () => {
    const cluster = start({ groups: 2 })
    run(cluster, 200 * milli)
    inject(cluster, 'NodeLoss', 'node-b1')
    expect(look(cluster).membership!.groups[0]!.members[2]!.state).toBe('lost')
    runUntilChange(cluster, 'settle')
    run(cluster, second)
    heal(cluster, 'NodeLoss', 'node-b1')
    run(cluster, second)
    const node = look(cluster).nodes.find(({ id }) => id === 'node-b1')!
    expect(node).toMatchObject({ isUp: true, isSpare: true })
  })

  test('M11, M14: without a host the lost node comes back empty and is filled in place', () => {
    const cluster = start({ parameters: { 'storage.fleetPerAz': 2 } })
    run(cluster, 300 * milli)
    inject(cluster, 'NodeLoss', 'node-b1')
    run(cluster, 300 * milli)
    heal(cluster, 'NodeLoss', 'node-b1')
    run(cluster, 60 * milli)
    expect(look(cluster).membership!.groups[0]!.members[2]).toMatchObject({
      state: 'hydrating',
      counts: false,
    })
    run(cluster, second)
    expect(look(cluster).membership!.groups[0]!.members[2]).toMatchObject({
      state: 'member',
      counts: true,
    })
    expect(factsOf(cluster, 'SegmentHydrated')).toHaveLength(1)
  })
})
