/**
 * Story: other quorums than 4 and 3 of 6 of one kind: full and tail copies (2018 §4.2), and two of
 * three to compare (2017 §2.1). All laws watch. Rules Q9–Q11.
 */
import { describe, expect, test } from 'vitest'
import { say } from '../../../words/say.ts'
import { factsOf, heal, inject, look, run } from '../../testing/startCluster.ts'
import { changesOf, milli, runUntilChange, second, sets, start } from '../../testing/memberStage.ts'

const fullTail = { 'quorum.fullSegments': 3, 'instance.bufferPoolPages': 4 }
const twoOfThree = { 'quorum.copies': 3, 'quorum.write': 2, 'quorum.read': 2 }
const tails = ['pg1/a2', 'pg1/b2', 'pg1/c2']

describe('full and tail copies', () => {
  test('Q9 (reference F2): with all tails gone, the full ones write alone', () => {
    const cluster = start({ parameters: { ...fullTail, 'repair.automatic': 0 } })
    run(cluster, 100 * milli)
    for (const node of ['node-a2', 'node-b2', 'node-c2']) inject(cluster, 'NodeCrash', node)
    expect(look(cluster).lights.commits.state).toBe('on')
    const before = cluster.simulation.world.totals.committed
    run(cluster, 300 * milli)
    expect(cluster.simulation.world.totals.committed).toBeGreaterThan(before)
  })

  test('Q9: three tails alone are no read set', () => {
    const cluster = start({ parameters: { ...fullTail, 'repair.automatic': 0 } })
    run(cluster, 100 * milli)
    for (const node of ['node-a1', 'node-b1', 'node-c1']) inject(cluster, 'NodeCrash', node)
    expect(look(cluster).lights.dataSafe.state).not.toBe('on')
    expect(factsOf(cluster, 'ReadQuorumLost')).toHaveLength(1)
  })

  test('Q10 (reference R10): pages are read from full copies only', () => {
    const cluster = start({ parameters: fullTail, sessions: 6 })
    run(cluster, second)
    const asked = factsOf(cluster, 'PageRequested').map(({ parameters }) => parameters.segment)
    expect(asked.length).toBeGreaterThan(20)
    expect(asked.filter(segment => tails.includes(segment))).toEqual([])
    inject(cluster, 'NodeCrash', 'node-a1')
    run(cluster, second / 2)
    const hedged = factsOf(cluster, 'ReadHedged').map(({ parameters }) => parameters.segment)
    expect(hedged.filter(segment => tails.includes(segment))).toEqual([])
  })

  test('Q9 (reference F6): AZ+1 keeps a read set', () => {
    const cluster = start({ parameters: { ...fullTail, 'repair.automatic': 0 } })
    run(cluster, 100 * milli)
    inject(cluster, 'AzOutage', 'az-c')
    inject(cluster, 'NodeCrash', 'node-a1')
    expect(look(cluster).lights.dataSafe.state).toBe('on')
  })

  test('M10 (reference F5): a tail is filled with the log only, a full one from a full one', () => {
    const parameters = { ...fullTail, 'repair.transfer': '2s' }
    const cluster = start({ parameters })
    run(cluster, 100 * milli)
    inject(cluster, 'NodeLoss', 'node-c2')
    inject(cluster, 'NodeLoss', 'node-b1')
    run(cluster, 4 * second)
    const hydrated = factsOf(cluster, 'SegmentHydrated').map(({ parameters: its }) => its)
    expect(hydrated.map(({ segment }) => segment)).toEqual(['pg1/c3', 'pg1/b3'])
    expect(hydrated[0]!.tookMicros).toBeLessThan(0.3 * second)
    expect(hydrated[1]!.tookMicros).toBeGreaterThan(1.9 * second)
    const givers = factsOf(cluster, 'PartReceived')
      .filter(({ parameters: its }) => its.segment === 'pg1/b3')
      .map(({ parameters: its }) => its.from)
    expect(givers.filter(segment => tails.includes(segment))).toEqual([])
    const kinds = look(cluster).membership!.groups[0]!.members.map(({ kind }) => kind)
    expect(kinds).toEqual(['full', 'tail', 'full', 'tail', 'full', 'tail'])
  })
})

describe('two of three', () => {
  test('Q11 (reference Q6): AZ+1 leaves one copy, current or not', () => {
    const cluster = start({ parameters: { ...twoOfThree, 'repair.automatic': 0 } })
    run(cluster, 100 * milli)
    expect(sets(cluster, 'ABC')).toEqual({ write: '2/3(ABC)', read: '2/3(ABC)' })
    inject(cluster, 'AzOutage', 'az-c')
    run(cluster, 50 * milli)
    expect(look(cluster).lights).toMatchObject({
      commits: { state: 'on' },
      dataSafe: { state: 'on' },
    })
    inject(cluster, 'NodeCrash', 'node-a1')
    run(cluster, 50 * milli)
    expect(look(cluster).lights).toMatchObject({
      commits: { state: 'waiting' },
      dataSafe: { state: 'waiting' },
    })
    const { caption } = look(cluster)
    expect(caption.parameters).toMatchObject({ copies: 3, needed: 2, readNeeded: 2, reachable: 1 })
    heal(cluster, 'NodeCrash', 'node-a1')
    heal(cluster, 'AzOutage', 'az-c')
    run(cluster, second)
    expect(look(cluster).lights.commits.state).toBe('on')
  })

  test('Q11: what is said counts three copies and two', () => {
    const cluster = start({ parameters: twoOfThree })
    run(cluster, 100 * milli)
    expect(say(look(cluster).caption)).not.toMatch(/six|four/i)
  })

  test('Q11, M2: a silent copy of three is replaced as well, and a writer recovers', () => {
    const cluster = start({ parameters: twoOfThree })
    run(cluster, 100 * milli)
    inject(cluster, 'NodeCrash', 'node-c1')
    runUntilChange(cluster, 'settle')
    inject(cluster, 'InstanceCrash', 'w1')
    heal(cluster, 'InstanceCrash', 'w1')
    run(cluster, 4 * second)
    expect(changesOf(cluster)).toEqual(['join', 'settle'])
    expect(look(cluster).lights.commits.state).toBe('on')
  })
})
