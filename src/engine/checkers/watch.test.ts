/** Which laws are asked after an event: those that speak of what it touched, and no others. */
import { expect, test } from 'vitest'
import { createTouched, type Context, type Touched } from '../aurora/context.ts'
import { type Cluster, heal, inject, run, startCluster } from '../testing/startCluster.ts'
import type { Law } from './law.ts'
import { checkAfterEvent } from './watch.ts'

type Watches = Law<unknown>['watches']

/** Laws that only note that they were asked. */
function listening(asked: string[], watched: Record<string, Watches>): Law<unknown>[] {
  return Object.entries(watched).map(([id, watches]) => ({
    id,
    rule: 'K1',
    watches,
    remember: () => null,
    after: () => {
      asked.push(id)
      return null
    },
    sweep: () => null,
  }))
}

function askedAfter(laws: Law<unknown>[], asked: string[], touched: Partial<Touched>): string[] {
  asked.length = 0
  const ctx = { touched: { ...createTouched(), ...touched } } as Context
  checkAfterEvent(
    ctx,
    laws,
    laws.map(() => null),
  )
  return [...asked]
}

test('a law is asked after events that touched what it speaks of, in the order of the laws', () => {
  const asked: string[] = []
  const laws = listening(asked, {
    points: ['instanceCount'],
    conserved: 'always',
    copies: ['segmentCount', 'readCount'],
    commits: ['commitCount'],
    members: ['hasTopologyChanged'],
    anything: 'touched',
  })
  const after = (touched: Partial<Touched>) => askedAfter(laws, asked, touched)
  expect(after({})).toEqual(['conserved'])
  expect(after({ instanceCount: 2 })).toEqual(['points', 'conserved', 'anything'])
  expect(after({ segmentCount: 1 })).toEqual(['conserved', 'copies', 'anything'])
  expect(after({ readCount: 1 })).toEqual(['conserved', 'copies', 'anything'])
  expect(after({ commitCount: 3 })).toEqual(['conserved', 'commits', 'anything'])
  expect(after({ hasTopologyChanged: true })).toEqual(['conserved', 'members', 'anything'])
  const all = { instanceCount: 1, segmentCount: 1, commitCount: 1, hasTopologyChanged: true }
  expect(after(all)).toEqual(laws.map(({ id }) => id))
})

test('laws that come later, and those of another cluster, are asked as well', () => {
  const asked: string[] = []
  const first = listening(asked, { one: ['segmentCount'] })
  const more = [...first, ...listening(asked, { two: ['segmentCount'] })]
  const other = listening(asked, { three: ['segmentCount'] })
  const each = [first, more, other, first]
  const after = each.map(laws => askedAfter(laws, asked, { segmentCount: 1 }))
  expect(after).toEqual([['one'], ['one', 'two'], ['three'], ['one']])
})

const counts = ['segmentCount', 'instanceCount', 'commitCount', 'readCount', 'hasTopologyChanged']

/** Has every law asked after every event, and notes which counts it looks at. */
function lookedAt({ simulation }: Cluster): Map<string, Set<string>> {
  const looks = new Map<string, Set<string>>()
  simulation.watched = simulation.watched.map(law => {
    const seen = new Set<string>()
    looks.set(law.id, seen)
    const noted = (touched: Touched) =>
      new Proxy(touched, {
        get: (target, name) => {
          seen.add(String(name))
          return target[name as keyof Touched]
        },
      })
    const after: Law<unknown>['after'] = (ctx, memory) =>
      law.after({ ...ctx, touched: noted(ctx.touched) }, memory)
    return { ...law, watches: 'always', after }
  })
  return looks
}

test('no law looks at more than it says that it watches', () => {
  const cluster = startCluster({ readers: 1, readingSessions: 1 })
  run(cluster, 1000)
  const { watched } = cluster.simulation
  const looks = lookedAt(cluster)
  run(cluster, 1_200_000)
  inject(cluster, 'NodeCrash', 'node-b2')
  run(cluster, 300_000)
  heal(cluster, 'NodeCrash', 'node-b2')
  inject(cluster, 'InstanceCrash', 'w1')
  run(cluster, 500_000)
  const more = watched.flatMap(({ id, watches }) =>
    counts
      .filter(count => looks.get(id)!.has(count))
      .filter(count => Array.isArray(watches) && !watches.includes(count))
      .map(count => `${id} looks at ${count}`),
  )
  expect(more).toEqual([])
  expect(watched.filter(({ watches }) => Array.isArray(watches)).length).toBeGreaterThan(5)
})
