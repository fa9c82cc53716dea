/** The steps behind the foreground: what is done when, and what it costs. */
import { expect, test } from 'vitest'
import { factsOf, give, heal, inject, look, run, startCluster } from '../../testing/startCluster.ts'
import type { Cast, Cluster } from '../../testing/startCluster.ts'
import type { SegmentWorkView, StepView } from '../../contract/volumeFrameView.ts'

const second = 1_000_000

function workOf(cluster: Cluster, segment = 'pg1/a1'): SegmentWorkView {
  return look(cluster).pipeline!.segments.find(its => its.segment === segment)!
}

function stepOf(cluster: Cluster, step: StepView['step'], segment = 'pg1/a1'): StepView {
  return workOf(cluster, segment).steps[step - 1]!
}

function started(cast: Cast = {}): Cluster {
  const cluster = startCluster({ sessions: 6, ...cast })
  run(cluster, 3 * second)
  return cluster
}

test('P1 (reference N1): nothing is counted before it is due', () => {
  const cluster = startCluster()
  run(cluster, 900_000)
  expect(cluster.simulation.world.pipeline).toBeNull()
  expect(look(cluster).pipeline).toBeNull()
  run(cluster, 200_000)
  expect(look(cluster).pipeline).toMatchObject({ isOn: true, startedAt: second })
})

test('P5 (reference N6): backups go up to the first gap, batch after batch', () => {
  const cluster = started()
  const { scl } = look(cluster).groups[0]!.segments[0]!
  const { backedUpLsn } = workOf(cluster)
  expect(backedUpLsn).toBeGreaterThan(0)
  expect(backedUpLsn).toBeLessThanOrEqual(scl)
  run(cluster, 2 * second)
  expect(workOf(cluster).backedUpLsn).toBeGreaterThan(backedUpLsn)
  const { records } = factsOf(cluster, 'SegmentBackedUp').at(-1)!.parameters
  expect(records).toBeGreaterThan(0)
})

test('P6 (reference L10): what is collected is backed up and below the lowest read point', () => {
  const cluster = started()
  run(cluster, 2 * second)
  const { collectedLsn, backedUpLsn, lowestReadPoint } = workOf(cluster)
  expect(collectedLsn).toBeGreaterThan(0)
  expect(collectedLsn).toBeLessThanOrEqual(backedUpLsn)
  expect(collectedLsn).toBeLessThanOrEqual(lowestReadPoint)
})

test('P4 (reference W3): each record passes; a page waits for its own chain', () => {
  const cluster = started()
  const received = stepOf(cluster, 2).done
  expect(stepOf(cluster, 3).done).toBe(received - stepOf(cluster, 3).waiting)
  const { pageRecords } = cluster.simulation.world
  const lane = cluster.simulation.world.pipeline!.lanes[0]!
  const waiting = lane.chain.reduce((sum, records) => sum + records, 0)
  expect(lane.coalesced + waiting).toBe(lane.received)
  expect(Math.max(...lane.chain)).toBeLessThan(2 * 10)
  expect(pageRecords.reduce((sum, records) => sum + records, 0)).toBeGreaterThanOrEqual(received)
})

test('P2 (reference N2): the budget is what the foreground leaves', () => {
  const cluster = started({
    think: '1ms',
    sessions: 8,
    parameters: { 'storage.capacity': 2000, 'storage.throttleBacklog': 1_000_000 },
  })
  const early = workOf(cluster).backlog
  run(cluster, second)
  expect(workOf(cluster).backlog).toBeGreaterThan(early)
  const { world } = cluster.simulation
  world.applications[0]!.thinkMicros = 3_600 * second
  run(cluster, 60 * second)
  expect(workOf(cluster).backlog).toBe(0)
  expect(stepOf(cluster, 3)).toMatchObject({ waiting: 0, since: null })
})

test('P3 (reference N3): a long backlog delays answers; the others decide', () => {
  const cluster = started({ parameters: { 'storage.throttleBacklog': 100 } })
  const before = cluster.simulation.world.totals.committed
  inject(cluster, 'SlowDisk', 'node-a1', { factor: 40 })
  run(cluster, 2 * second)
  const [began] = factsOf(cluster, 'ThrottleBegan')
  expect(began!.parameters.segment).toBe('pg1/a1')
  expect(
    factsOf(cluster, 'ThrottleBegan').every(({ parameters }) => {
      return parameters.segment === 'pg1/a1'
    }),
  ).toBe(true)
  expect(workOf(cluster).throttledSince).toBe(began!.at)
  expect(cluster.simulation.world.totals.committed).toBeGreaterThan(before + 1000)
  expect(factsOf(cluster, 'CommitsStalled')).toEqual([])
})

test('P4 (reference W2): switched off, chains grow and reads take longer', () => {
  const latencies = [0, 1].map(background => {
    const cluster = started({
      reads: 3,
      parameters: { 'storage.background': background, 'instance.bufferPoolPages': 12 },
    })
    const returned = factsOf(cluster, 'PageReturned')
    expect(returned.length).toBeGreaterThan(100)
    const late = returned.filter(({ at }) => at > second)
    return late.reduce((sum, { parameters }) => sum + parameters.latencyMicros, 0) / late.length
  })
  expect(latencies[0]).toBeGreaterThan(latencies[1]!)
})

test('P8 (reference N7): every page of every segment is read in a scrub', () => {
  const cluster = startCluster({ groups: 2, parameters: { 'storage.scrubPeriod': '10s' } })
  run(cluster, 21 * second)
  const scrubs = factsOf(cluster, 'NodeScrubbed')
  const first = scrubs.filter(({ parameters }) => parameters.node === 'node-a1')
  expect(first.length).toBeGreaterThanOrEqual(1)
  const { hosts } = cluster.simulation.world.nodes[0]!
  expect(first[0]!.parameters).toMatchObject({
    pages: 20 * hosts.length,
    tookMicros: 20 * hosts.length * 500,
  })
})

test('P4, Q9: a tail keeps the log only: it makes no pages and is not scrubbed', () => {
  const parameters = { 'quorum.fullSegments': 3, 'storage.scrubPeriod': '10s' }
  const cluster = startCluster({ sessions: 2, think: '20ms', parameters })
  run(cluster, 12 * second)
  expect(stepOf(cluster, 5, 'pg1/a1').done).toBeGreaterThan(0)
  expect(stepOf(cluster, 5, 'pg1/a2')).toMatchObject({ waiting: 0, done: 0 })
  const pages = factsOf(cluster, 'NodeScrubbed').map(({ parameters: told }) => told.pages)
  expect(pages).toContain(40)
  expect(pages).toContain(0)
  const outcome = give(cluster, { do: 'InjectFault', fault: 'PageCorruption', target: 'pg1/a2' })
  expect(outcome).toMatchObject({ reason: { key: 'reason.tailHasNoPages' } })
})

test('P3: switched off, the backlog grows until answers are delayed', () => {
  const parameters = { 'storage.background': 0, 'storage.throttleBacklog': 2_000 }
  const cluster = started({ parameters })
  expect(look(cluster).pipeline!.isOn).toBe(false)
  expect(stepOf(cluster, 3)).toMatchObject({ done: expect.any(Number) })
  expect(workOf(cluster).backlog).toBeGreaterThan(2_000)
  expect(factsOf(cluster, 'ThrottleBegan').length).toBe(6)
})

test('P5 (reference N4): a node that crashes begins its backup anew when it is back', () => {
  const cluster = started()
  inject(cluster, 'NodeCrash', 'node-a1')
  const { backedUpLsn } = workOf(cluster)
  run(cluster, 2 * second)
  expect(workOf(cluster).backedUpLsn).toBe(backedUpLsn)
  heal(cluster, 'NodeCrash', 'node-a1')
  run(cluster, 3 * second)
  expect(workOf(cluster).backedUpLsn).toBeGreaterThan(backedUpLsn)
  expect(stepOf(cluster, 4).done).toBeGreaterThan(0)
})

test('an idle volume sets no timer of background work but the next scrub', () => {
  const cluster = started()
  cluster.simulation.world.applications[0]!.thinkMicros = 3_600 * second
  run(cluster, 10 * second)
  const { nodes } = cluster.simulation.world.pipeline!
  const { now } = cluster.simulation.world
  for (const { ringsAt } of nodes)
    if (ringsAt > 0) expect(ringsAt - now).toBeGreaterThan(3600 * second)
})
