/**
 * The caption is true in every state that can be reached, in whatever order one came there. All
 * sets of dead copies, every zone for the writer, and random orders of failing and healing copies,
 * zones and the writer are compared with an oracle that only counts.
 */
import { expect, test } from 'vitest'
import fc from 'fast-check'
import { type Cluster, heal, inject, look, run, startCluster } from '../../testing/startCluster.ts'

const zones = ['a', 'b', 'c'] as const
const copies = ['node-a1', 'node-a2', 'node-b1', 'node-b2', 'node-c1', 'node-c2']
const goOn = 'CommitsGoOn'

interface Dark {
  nodes: ReadonlySet<string>
  zones: ReadonlySet<string>
}

function isDead({ nodes, zones: out }: Dark, copy: string): boolean {
  return nodes.has(copy) || out.has(copy.charAt(5))
}

/** Which sentence must stand there while the writer has its volume open. */
function expectedWhileOpen(dark: Dark): string {
  const dead = copies.filter(copy => isDead(dark, copy))
  const left = 6 - dead.length
  if (left < 4) return ['noCopyLeft', 'oneCopyLeft', 'atRisk', 'commitsWait'][left]!
  if (left === 6) return 'allSix'
  const isOneZone = dead.length === 2 && dead[0]!.charAt(5) === dead[1]!.charAt(5)
  if (!isOneZone) return `copiesGone${goOn}`
  return dark.zones.has(dead[0]!.charAt(5)) ? `zoneGone${goOn}` : `zoneCopiesGone${goOn}`
}

function expectedWithoutWriter(dark: Dark, zone: string): string {
  const left = copies.filter(copy => !isDead(dark, copy)).length
  const name = dark.zones.has(zone) ? 'writersZoneGone' : 'writerDown'
  return left >= 3 ? name : `${name}AtRisk`
}

function captionOf(cluster: Cluster): string {
  return look(cluster).caption.key.replace('caption.', '')
}

/** Nothing asked, so that nothing waits and nobody has anything to catch up with. */
function quietCluster(zone: (typeof zones)[number]): Cluster {
  return startCluster({ zone, sessions: 1, think: '1h', parameters: { 'repair.automatic': 0 } })
}

test.each(zones)('every set of dead copies has its own true sentence, writer in zone %s', zone => {
  for (let bits = 0; bits < 64; bits++) {
    const nodes = new Set(copies.filter((_, slot) => (bits >>> slot) & 1))
    const cluster = quietCluster(zone)
    for (const node of nodes) inject(cluster, 'NodeCrash', node)
    expect(captionOf(cluster)).toBe(expectedWhileOpen({ nodes, zones: new Set() }))
  }
})

test.each(zones)('and so has every set of dead copies with the writer of zone %s down', zone => {
  for (let bits = 0; bits < 64; bits++) {
    const nodes = new Set(copies.filter((_, slot) => (bits >>> slot) & 1))
    const cluster = quietCluster(zone)
    for (const node of nodes) inject(cluster, 'NodeCrash', node)
    inject(cluster, 'InstanceCrash', 'w1')
    expect(captionOf(cluster)).toBe(expectedWithoutWriter({ nodes, zones: new Set() }, zone))
    inject(cluster, 'AzOutage', `az-${zone}`)
    expect(captionOf(cluster)).toBe(expectedWithoutWriter({ nodes, zones: new Set(zone) }, zone))
  }
})

const targets = [...copies, 'az-a', 'az-b', 'az-c']

test('Q6: the sentence follows from what is reachable, in any order of clicks', () => {
  const clicks = fc.array(fc.constantFrom(...targets), { minLength: 1, maxLength: 14 })
  fc.assert(
    fc.property(fc.constantFrom(...zones), clicks, (zone, order) => {
      const cluster = quietCluster(zone)
      const nodes = new Set<string>()
      const out = new Set<string>()
      for (const target of order) {
        const isZone = target.startsWith('az-')
        const dark = isZone ? out : nodes
        const name = isZone ? target.charAt(3) : target
        const kind = isZone ? 'AzOutage' : 'NodeCrash'
        if (dark.has(name)) heal(cluster, kind, target)
        else inject(cluster, kind, target)
        if (!dark.delete(name)) dark.add(name)
        expectTruth(cluster, { nodes, zones: out }, zone)
      }
    }),
    { numRuns: 150, seed: 46 },
  )
})

/** A writer whose zone came back is starting again: that has sentences of its own. */
function expectTruth(cluster: Cluster, dark: Dark, zone: string): void {
  const { status } = look(cluster).instances[0]!
  if (status === 'opening') expect(captionOf(cluster)).toBe('restarting')
  else if (status === 'down') expect(captionOf(cluster)).toBe(expectedWithoutWriter(dark, zone))
  else expect(captionOf(cluster)).toBe(expectedWhileOpen(dark))
}

test('Q2, Q6 (reference Q4): the three lights say what the counts say', () => {
  for (let bits = 0; bits < 64; bits++) {
    const dead = copies.filter((_, slot) => (bits >>> slot) & 1)
    const cluster = quietCluster('b')
    for (const node of dead) inject(cluster, 'NodeCrash', node)
    const left = 6 - dead.length
    const { dataSafe, commits, reads } = look(cluster).lights
    expect(dataSafe.state).toBe(left >= 3 ? 'on' : left > 0 ? 'waiting' : 'off')
    expect(commits.state).toBe(left >= 4 ? 'on' : 'waiting')
    expect(reads.state).toBe(left >= 1 ? 'on' : 'waiting')
  }
})

test('R1–R8: the writer comes back by true sentences, and waits while too few copies run', () => {
  const cluster = quietCluster('b')
  inject(cluster, 'AzOutage', 'az-b')
  for (const node of ['node-a1', 'node-a2']) inject(cluster, 'NodeCrash', node)
  heal(cluster, 'AzOutage', 'az-b')
  inject(cluster, 'NodeCrash', 'node-b1')
  inject(cluster, 'NodeCrash', 'node-b2')
  expect(captionOf(cluster)).toBe('restarting')
  run(cluster, 2_000_000)
  expect(captionOf(cluster)).toBe('scanWaits')
  heal(cluster, 'NodeCrash', 'node-b1')
  expect(captionOf(cluster)).toBe('scanning')
  run(cluster, 3_000_000)
  expect(captionOf(cluster)).toBe('truncationWaits')
  heal(cluster, 'NodeCrash', 'node-b2')
  expect(captionOf(cluster)).toBe('truncating')
  const seen = new Set<string>()
  for (let step = 0; step < 40; step++) {
    run(cluster, 100_000)
    seen.add(captionOf(cluster))
  }
  expect([...seen]).toEqual(['truncating', 'recovering', `zoneCopiesGone${goOn}`])
})
