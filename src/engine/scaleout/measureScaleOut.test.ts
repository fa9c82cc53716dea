/** Writers under a saturating load meet what was published about them, for the reasons given. */
import { expect, test } from 'vitest'
import type { ScaleOutPlacement } from '../contract/scaleOut.ts'
import { parseScenario } from '../formats/parseScenario.ts'
import { everything } from '../wings/everything.ts'
import { measureRun, measureScaleOut, runsOf } from './measureScaleOut.ts'
import { scaleOutLoad, scaleOutScenario } from './scaleOutScenario.ts'

const patience = 240_000

function point(placement: ScaleOutPlacement, writers: number, share: number, seed = 7) {
  return measureRun({ placement, writers, share, seed }, everything)
}

const { committed: baseline, wasted: nothing } = point('single-master', 4, 0)

/** Times the single master’s commits. */
function times(placement: ScaleOutPlacement, writers: number, share: number): number {
  return point(placement, writers, share).committed / baseline
}

test('O1: the baseline is as much as its CPUs can do', () => {
  const perTransaction = scaleOutLoad.reads * 53 + scaleOutLoad.writes * 264
  const most = (500_000 * scaleOutLoad.vcpus) / perTransaction
  expect(baseline).toBeGreaterThan(most * 0.97)
  expect(baseline).toBeLessThanOrEqual(most * 1.02)
  expect(nothing).toBe(0)
})

test(
  'O5: four writers with nothing in common commit 3.4 to 4 times as much',
  () => {
    const apart = point('common', 4, 0)
    expect(apart.committed / baseline).toBeGreaterThan(3.4)
    expect(apart.committed / baseline).toBeLessThan(4)
    expect(apart).toMatchObject({ rolledBack: 0, wasted: 0 })
  },
  patience,
)

test(
  'O5: with a tenth of the accesses common less than 1.5 times, with more less than one writer',
  () => {
    const tenth = times('common', 4, 100_000)
    expect(tenth).toBeGreaterThan(1)
    expect(tenth).toBeLessThan(1.5)
    expect(times('common', 4, 300_000)).toBeLessThan(1)
    expect(times('common', 4, 500_000)).toBeLessThan(1)
  },
  patience,
)

test(
  'O3: the same load by other ways: owned rows scale, one writer does not, turns are a trap',
  () => {
    const owned = point('owned', 4, 100_000)
    expect(owned.committed / baseline).toBeGreaterThan(3.4)
    expect(owned.rolledBack).toBe(0)
    expect(times('one-writer', 4, 100_000)).toBeLessThan(1)
    const turns = point('round-robin', 4, 0)
    expect(turns.committed / baseline).toBeLessThan(0.5)
    expect(turns.conflicts.staleBase).toBeGreaterThan(turns.conflicts.noWinner)
  },
  patience,
)

test(
  'O4: wasted is the share of transactions that were undone',
  () => {
    const { committed, rolledBack, wasted, conflicts } = point('common', 2, 300_000)
    expect(rolledBack).toBeGreaterThan(10)
    expect(wasted).toBe(Math.floor((rolledBack * 1_000_000) / (committed + rolledBack)))
    const causes = Object.values(conflicts).reduce((sum, count) => sum + count, 0)
    expect(Math.abs(causes - rolledBack)).toBeLessThanOrEqual(2 * scaleOutLoad.sessionsPerWriter)
  },
  patience,
)

test(
  'O2: a request has the same answer each time, and tells every run as it ends',
  () => {
    const request = { seed: 3, writers: [1], shares: [500_000] }
    const told: string[] = []
    const answer = measureScaleOut(request, everything, ({ done, all, point: its }) =>
      told.push(`${done}/${all} ${its.placement}`),
    )
    expect(told).toEqual([
      '1/5 single-master',
      '2/5 common',
      '3/5 owned',
      '4/5 one-writer',
      '5/5 round-robin',
    ])
    expect(measureScaleOut(request, everything, () => undefined)).toEqual(answer)
    expect(answer.load).toEqual(scaleOutLoad)
  },
  patience,
)

test('O3: every run is a scenario that can be opened; applications have rows of their own', () => {
  const runs = runsOf({ seed: 1, writers: [1, 2, 3, 4], shares: [0, 100_000] })
  expect(runs).toHaveLength(2 + 8 + 5)
  for (const run of runs) {
    const parsed = parseScenario(scaleOutScenario({ ...run, seed: 1 }))
    expect(parsed.ok && parsed.setup.workload.every(({ own }) => own && own.rows > 0)).toBe(true)
  }
})
