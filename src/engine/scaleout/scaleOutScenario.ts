/**
 * One run of the measurement as a scenario: an application for each of the writers, all of the
 * same kind, asking as fast as they are answered. The transaction is SysBench's: 14 reads and 4
 * writes (reference F82). Size of the data, of the machines and of the crowd are *assumptions*.
 */
import type { Scenario, SessionsWorkload } from '../contract/scenario.ts'
import type { ScaleOutLoad, ScaleOutRun } from '../contract/scaleOut.ts'

const zones = ['a', 'b', 'c', 'a'] as const
const rowsPerPage = 8
const million = 1_000_000

export const scaleOutLoad: ScaleOutLoad = {
  reads: 14,
  writes: 4,
  sessionsPerWriter: 24,
  vcpus: 2,
  pages: 80,
  commonPages: 8,
}

/** Warm-up and end of a run: caches are full and the crowd is spread out before the first. */
export const scaleOutSpan = { from: '500ms', until: '1s' } as const

export function scaleOutScenario({ placement, writers, share, seed }: Seeded): Scenario {
  return {
    version: 1,
    name: `scale-out-${placement}-${writers}`,
    title: titleOf({ placement, writers, share }),
    question: 'The same crowd asks as fast as it is answered. How much is committed a second?',
    tags: ['multi-master', 'placement', 'scale-out'],
    seed,
    pace: [{ from: '0s', speed: '1/100' }],
    cluster: clusterOf(placement, writers),
    tables: tablesOf(placement, writers),
    workload: Array.from({ length: writers }, (_, index) =>
      teamOf({ placement, writers, share }, index),
    ),
    until: scaleOutSpan.until,
  }
}

type Seeded = ScaleOutRun & { seed: number }

function titleOf({ placement, writers, share }: ScaleOutRun): string {
  const whom = placement === 'single-master' ? 'one writer' : `${writers} writers`
  return `Does it scale? ${whom}, ${placement}, ${share / 10_000} % common`
}

function clusterOf(placement: ScaleOutRun['placement'], writers: number): Scenario['cluster'] {
  const count = placement === 'single-master' ? 1 : writers
  return {
    edition: 'mysql',
    topology: placement === 'single-master' ? 'single-master' : 'multi-master',
    instances: Array.from({ length: count }, (_, index) => ({
      id: `w${index + 1}`,
      az: zones[index]!,
      class: 'db.r5.large',
    })),
    volume: { protectionGroups: 1 },
    parameters: { 'client.retryTries': 100 },
  }
}

/** Owned: the same rows in as many tables as there are applications. */
function tablesOf(placement: ScaleOutRun['placement'], writers: number): Scenario['tables'] {
  const rows = scaleOutLoad.pages * rowsPerPage
  if (placement !== 'owned') return [{ name: 'sbtest', rows, rowsPerPage }]
  return Array.from({ length: writers }, (_, index) => ({
    name: `sbtest${index + 1}`,
    rows: Math.ceil(rows / writers),
    rowsPerPage,
  }))
}

function teamOf({ placement, share }: ScaleOutRun, index: number): SessionsWorkload {
  const { reads, writes, sessionsPerWriter: sessions } = scaleOutLoad
  const table = placement === 'owned' ? `sbtest${index + 1}` : 'sbtest'
  return {
    id: `team${index + 1}`,
    kind: 'sessions',
    on: placeOf(placement, index),
    sessions,
    think: '1ms',
    transaction: { reads, writes },
    keys: { table, pattern: 'partitioned', hotShare: share / million },
  }
}

function placeOf(placement: ScaleOutRun['placement'], index: number): string {
  if (placement === 'round-robin') return 'round-robin'
  return placement === 'common' || placement === 'owned' ? `w${index + 1}` : 'w1'
}
