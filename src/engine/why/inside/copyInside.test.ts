/**
 * A copy and a page from the inside agree with the frame of the same instant, and looking changes
 * nothing. Rules L11, L13, P4, D6, D7.
 */
import { expect, test } from 'vitest'
import { digest } from '../../digest.ts'
import { heal, inject, look, run, startCluster, type Cluster } from '../../testing/startCluster.ts'
import type { CopyInside, PageInside } from '../../contract/inside.ts'
import { insideOf } from './insideOf.ts'

function copyOf({ simulation }: Cluster, name: string): CopyInside {
  const inside = insideOf(simulation.world, `copy:${name}`)
  if (inside?.inside !== 'copy') throw new Error(`no copy ${name}`)
  return inside
}

function pageOf({ simulation }: Cluster, page: number): PageInside {
  const inside = insideOf(simulation.world, `page:${page}`)
  if (inside?.inside !== 'page') throw new Error(`no page ${page}`)
  return inside
}

/** Background work goes on soon after the start. */
function busy(parameters = {}): Cluster {
  const soon = { 'storage.backupPeriod': '0.1s', ...parameters }
  const cluster = startCluster({ sessions: 8, think: '1ms', groups: 2, parameters: soon })
  run(cluster, 250_000)
  return cluster
}

test('the steps of a copy, its points and its gaps are those of the frame', () => {
  const cluster = busy()
  const before = digest(cluster.simulation)
  const frame = look(cluster)
  for (const segment of frame.groups.flatMap(({ segments }) => segments)) {
    const copy = copyOf(cluster, segment.id)
    const work = frame.pipeline?.segments.find(its => its.segment === segment.id)
    expect(copy.scl).toBe(segment.scl)
    expect(copy.work).toEqual(work)
    expect(copy.chain.filter(({ isHeld }) => !isHeld)).toHaveLength(segment.behind)
  }
  expect(digest(cluster.simulation)).toBe(before)
})

test('L11: what waits for the disk is what step 2 counts, and ends after it began', () => {
  const cluster = busy()
  let seen = 0
  for (let steps = 0; steps < 40; steps++) {
    run(cluster, 50)
    const { writing, arriving, work, at } = copyOf(cluster, 'pg1/b1')
    const redo = writing.filter(({ kind }) => kind === 'WriteRedo')
    const records = redo.reduce((sum, { count }) => sum + count, 0)
    expect(records).toBe(work?.steps[1]?.waiting)
    for (const { since, until } of redo) {
      expect(since).toBeLessThanOrEqual(at)
      expect(until).toBeGreaterThanOrEqual(at)
    }
    for (const { until } of arriving) expect(until).toBeGreaterThanOrEqual(at)
    seen += redo.length
  }
  expect(seen).toBeGreaterThan(3)
})

test('L13: below its newest record a copy that was away lacks what it missed', () => {
  const cluster = busy({ 'storage.gossipPeriod': '10s' })
  inject(cluster, 'LinkCut', 'w1>node-a1')
  run(cluster, 3_000)
  heal(cluster, 'LinkCut', 'w1>node-a1')
  for (let steps = 0; copyOf(cluster, 'pg1/a1').highestHeld <= copyOf(cluster, 'pg1/a1').scl; ) {
    run(cluster, 100)
    if (++steps > 100) throw new Error('no gap opened')
  }
  const { chain, scl, highestHeld } = copyOf(cluster, 'pg1/a1')
  expect(highestHeld).toBeGreaterThan(scl)
  const next = chain.find(({ lsn }) => lsn > scl)
  expect(next?.isHeld).toBe(false)
})

test('P4: the records above a page are as many as its chain at that copy is long', () => {
  const cluster = busy()
  const copy = copyOf(cluster, 'pg1/c2')
  const [longest] = copy.chains
  if (longest === undefined) throw new Error('no chain')
  const there = pageOf(cluster, longest.page).copies.find(its => its.segment === 'pg1/c2')
  expect(there?.aboveCount).toBe(longest.records)
  expect(there?.above.length).toBeLessThanOrEqual(longest.records)
  expect(there?.base).toBeLessThan(there?.above[0] ?? 0)
})

test('D6: a page whose newest change is above VDL must stay in the memory of the writer', () => {
  const cluster = busy()
  const isDirty = () => {
    const pages = Array.from({ length: 40 }, (_, page) => pageOf(cluster, page))
    for (const { instances, vdl } of pages) {
      for (const its of instances) expect(its.isDirty).toBe(its.isCached && its.newest > vdl)
    }
    return pages.some(({ instances }) => instances.some(its => its.isDirty))
  }
  let found = false
  for (let steps = 0; steps < 40 && !found; steps++) {
    run(cluster, 50)
    found = isDirty()
  }
  expect(found).toBe(true)
})
