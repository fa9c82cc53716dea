/**
 * Story: a batch that waits to be filled against one that waits for nobody. Classic group commit
 * makes commits wait longest when there is least to do; the boxcar never does (2018 §2.2).
 */
import { expect, test } from 'vitest'
import { look, run, startCluster } from '../../testing/startCluster.ts'
import { resolveParameters } from '../../formats/parameterTable.ts'
import { factsOf, playTo, setStage, type Stage } from './stage.ts'

const second = 1_000_000
const still = {
  'network.jitter': 0,
  'storage.groupCommitTimeout': '5ms',
  'storage.groupCommitRecords': 16,
}

/** Commits of one second, under little or much load, in either mode. */
function worked(groupCommit: number, sessions: number, think: number): Stage {
  const parameters = resolveParameters({ ...still, 'storage.groupCommit': groupCommit })
  const stage = setStage(parameters, { sessions, think, reads: 0 })
  playTo(stage, second)
  return stage
}

function latencies(stage: Stage): number[] {
  return factsOf(stage, 'TransactionCommitted')
    .map(({ parameters }) => parameters.latencyMicros)
    .sort((one, other) => one - other)
}

function median(values: number[]): number {
  return values[Math.floor(values.length / 2)]!
}

test('L9, L19 (reference W5): with little to do every commit waits the whole time', () => {
  const classic = latencies(worked(1, 1, 50_000))
  const boxcar = latencies(worked(0, 1, 50_000))
  expect(classic.length).toBeGreaterThan(10)
  expect(classic[0]! - boxcar[0]!).toBe(5000 - 50)
  expect(median(classic) - median(boxcar)).toBe(5000 - 50)
})

test('L19 (reference W5): with much to do boxes fill, and waiting all but ends', () => {
  const quiet = latencies(worked(1, 1, 50_000))
  const busy = worked(1, 20, 5000)
  expect(median(latencies(busy))).toBeLessThan(median(quiet) - 2000)
  const counts = factsOf(busy, 'RecordsSent').map(({ parameters }) => parameters.count)
  expect(Math.max(...counts)).toBeGreaterThanOrEqual(16)
  expect(Math.max(...counts)).toBeLessThan(16 + 4)
})

test('L19 (reference W5): latencies scatter more than with the boxcar', () => {
  const spread = (values: number[]) => values.at(-1)! - values[0]!
  const classic = latencies(worked(1, 8, 20_000))
  const boxcar = latencies(worked(0, 8, 20_000))
  expect(spread(classic)).toBeGreaterThan(spread(boxcar) + 2000)
})

test('L19: no box leaves before it is full or its time is up, and none stays longer', () => {
  const stage = worked(1, 20, 3000)
  const timeout = stage.world.parameters['storage.groupCommitTimeout']
  const written = new Map(
    factsOf(stage, 'CommitWritten').map(({ at, parameters }) => [parameters.lsn, at]),
  )
  for (const { at, parameters } of factsOf(stage, 'RecordsSent')) {
    const firstCommit = [...written].find(([lsn]) => lsn >= parameters.first)!
    if (parameters.count < 16) expect(at - firstCommit[1]).toBe(timeout)
    else expect(at - firstCommit[1]).toBeLessThanOrEqual(timeout)
  }
})

test('L19, D25: the sentence says that it is a comparison', () => {
  const caption = (parameters: Record<string, number>) => {
    const cluster = startCluster({ parameters })
    run(cluster, 1000)
    return look(cluster).caption
  }
  expect(caption({ 'storage.groupCommit': 1 }).key).toBe('comparison.groupCommit')
  expect(caption({ 'storage.quorumRead': 1 }).key).toBe('comparison.quorumRead')
  expect(caption({}).key).toBe('caption.allSix')
})
