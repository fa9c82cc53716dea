/** A damaged page: who knows, who finds it, and from whom it comes whole again. */
import { expect, test } from 'vitest'
import { factsOf, heal, inject, look, run, startCluster } from '../../testing/startCluster.ts'
import type { Cast, Cluster } from '../../testing/startCluster.ts'

const second = 1_000_000
const scrubbing: Cast = {
  sessions: 1,
  think: '50ms',
  parameters: { 'storage.scrubPeriod': '10s' },
}
const reading: Cast = { reads: 4, parameters: { 'instance.bufferPoolPages': 8 } }

function damaged(cluster: Cluster, segment = 'pg1/a1') {
  return look(cluster).pipeline!.segments.find(its => its.segment === segment)!.corruptPages
}

test('P9 (reference N7): the node does not know before its scrub comes there', () => {
  const cluster = startCluster(scrubbing)
  run(cluster, 2 * second)
  inject(cluster, 'PageCorruption', 'pg1/a1', { page: 7 })
  run(cluster, 5 * second)
  expect(damaged(cluster)).toMatchObject([{ page: 7, since: 2 * second, foundAt: null }])
  run(cluster, 4 * second)
  const [found] = factsOf(cluster, 'CorruptionFound')
  expect(found).toMatchObject({
    at: 10 * second + 8 * 500,
    parameters: { segment: 'pg1/a1', page: 7, by: 'scrub' },
  })
})

test('P10 (reference N7): it is fetched from a peer by messages, and the fault is over', () => {
  const cluster = startCluster(scrubbing)
  run(cluster, 2 * second)
  inject(cluster, 'PageCorruption', 'node-a1', { page: 7 })
  run(cluster, 9 * second)
  const [repaired] = factsOf(cluster, 'PageRepaired')
  expect(repaired!.parameters).toMatchObject({ segment: 'pg1/a1', page: 7, from: 'pg1/a2' })
  expect(repaired!.parameters.tookMicros).toBeGreaterThan(1_000)
  expect(repaired!.parameters.tookMicros).toBeLessThan(10_000)
  expect(damaged(cluster)).toEqual([])
  expect(look(cluster).faults).toEqual([])
  expect(factsOf(cluster, 'FaultHealed')[0]!.cause).toBe(repaired!.id)
})

test('P9: a read finds it, is refused, and gets the page from another copy', () => {
  const cluster = startCluster(reading)
  run(cluster, 2 * second)
  for (let page = 0; page < 40; page += 3) {
    inject(cluster, 'PageCorruption', ['pg1/b1', 'pg1/b2'][page % 2]!, { page })
    run(cluster, second)
    if (factsOf(cluster, 'CorruptionFound').length > 0) break
    heal(cluster, 'PageCorruption', ['pg1/b1', 'pg1/b2'][page % 2]!)
  }
  const [found] = factsOf(cluster, 'CorruptionFound')
  expect(found!.parameters.by).toBe('read')
  const [refused] = factsOf(cluster, 'ReadRefused').filter(
    ({ parameters }) => parameters.because === 'corrupt',
  )
  const returned = factsOf(cluster, 'PageReturned').find(
    ({ parameters }) => parameters.read === refused!.parameters.read,
  )
  expect(returned!.parameters.segment).not.toBe(refused!.parameters.segment)
})

test('P10: a peer whose own copy is damaged finds out, and another peer gives the page', () => {
  const cluster = startCluster(scrubbing)
  run(cluster, 2 * second)
  inject(cluster, 'PageCorruption', 'pg1/a1', { page: 3 })
  inject(cluster, 'PageCorruption', 'pg1/a2', { page: 3 })
  run(cluster, 9 * second)
  expect(factsOf(cluster, 'CorruptionFound').map(({ parameters }) => parameters.by)).toEqual([
    'scrub',
    'peer',
  ])
  const repaired = factsOf(cluster, 'PageRepaired').map(({ parameters }) => parameters)
  expect(repaired.map(({ segment }) => segment).sort()).toEqual(['pg1/a1', 'pg1/a2'])
  expect(repaired.every(({ from }) => from !== 'pg1/a1' && from !== 'pg1/a2')).toBe(true)
})

test('P10: a silent peer is given up, and the next one is asked', () => {
  const cluster = startCluster(scrubbing)
  run(cluster, 2 * second)
  inject(cluster, 'NodeCrash', 'node-a2')
  inject(cluster, 'PageCorruption', 'pg1/a1', { page: 3 })
  run(cluster, 9 * second)
  const [repaired] = factsOf(cluster, 'PageRepaired')
  expect(repaired!.parameters.from).toBe('pg1/b1')
  expect(repaired!.parameters.tookMicros).toBeGreaterThan(500_000)
})

test('P10: a node that crashed while it waited asks again when it is back', () => {
  const cluster = startCluster(scrubbing)
  run(cluster, 2 * second)
  inject(cluster, 'PageCorruption', 'pg1/a1', { page: 7 })
  run(cluster, 8 * second + 8 * 500)
  expect(factsOf(cluster, 'CorruptionFound')).toHaveLength(1)
  inject(cluster, 'NodeCrash', 'node-a1')
  run(cluster, second)
  expect(factsOf(cluster, 'PageRepaired')).toEqual([])
  heal(cluster, 'NodeCrash', 'node-a1')
  run(cluster, second)
  expect(factsOf(cluster, 'PageRepaired')).toHaveLength(1)
})

test('P8: with background work off nobody looks, and a damaged page stays', () => {
  const parameters = { 'storage.scrubPeriod': '10s', 'storage.background': 0 }
  const cluster = startCluster({ ...scrubbing, parameters })
  inject(cluster, 'PageCorruption', 'pg1/a1', { page: 7 })
  run(cluster, 25 * second)
  expect(damaged(cluster)).toMatchObject([{ foundAt: null }])
})
