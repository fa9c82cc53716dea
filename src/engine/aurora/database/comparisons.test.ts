/** When a box of group commit leaves, when a quorum read is done, and that PGMRPL never falls. */
import { expect, test } from 'vitest'
import { run, startCluster } from '../../testing/startCluster.ts'
import { rowOf } from '../storage/redoLog.ts'
import { isBoxDue } from './groupCommit.ts'
import { lowestReadPointOf } from './lowestReadPointOf.ts'
import { claimRead } from './pageReads.ts'
import { isReadSetHeard } from './quorumRead.ts'

test('L19: a box leaves when it is full or its first record has waited, and never empty', () => {
  const parameters = { 'storage.groupCommit': 1 }
  const cluster = startCluster({ parameters })
  run(cluster, 50_000)
  const { world } = cluster.simulation
  const box = world.instances[0]!.memory.groups[0]!
  const { 'storage.groupCommitTimeout': timeout, 'storage.groupCommitRecords': full } =
    world.parameters
  box.boxFirst = world.log.next - 1
  const isDue = (records: number, waited: number) => {
    box.boxCount = records
    world.log.writtenAt[rowOf(world.log, box.boxFirst)] = world.now - waited
    return isBoxDue(world, box)
  }
  expect([isDue(3, timeout - 1), isDue(3, timeout)]).toEqual([false, true])
  expect([isDue(full - 1, 0), isDue(full, 0)]).toEqual([false, true])
  expect(isDue(0, 2 * timeout)).toBe(false)
})

/** Whether a quorum read is done after each of these answers: slot, and 0 = with the page. */
function heard(answers: [slot: number, refusal: number][]): boolean[] {
  const cluster = startCluster({ parameters: { 'storage.quorumRead': 1 } })
  run(cluster, 1000)
  const { world, context } = cluster.simulation
  const { reads } = world.instances[0]!.memory
  const read = claimRead(reads)
  reads.group[read] = 0
  return answers.map(([slot, refusal]) => {
    const segment = world.groups[0]!.segments[slot]!
    return isReadSetHeard(context, 0, read, { segment, refusal })
  })
}

test('D25: a read set must have answered, one of them with the page', () => {
  const page = 0
  const behind = 1
  expect(heard([0, 1, 2].map(slot => [slot, page]))).toEqual([false, false, true])
  expect(heard([0, 0, 0, 1].map(slot => [slot, page]))).toEqual([false, false, false, false])
  const late = heard([
    [0, behind],
    [1, behind],
    [2, behind],
    [3, page],
  ])
  expect(late).toEqual([false, false, false, true])
})

test('D25: a copy that lacks records counts towards the read set', () => {
  const answers = heard([
    [4, 0],
    [2, 1],
    [5, 1],
  ])
  expect(answers).toEqual([false, false, true])
})

test('D5, K2: the lowest read point is that of the oldest read, and never falls', () => {
  const cluster = startCluster()
  run(cluster, 100_000)
  const { memory } = cluster.simulation.world.instances[0]!
  const group = memory.groups[0]!
  memory.reads.number.fill(0)
  memory.reads.count = 0
  group.durableLsn = 500
  group.lowestReadPoint = 300
  expect(lowestReadPointOf(memory, 0)).toBe(500)
  const reads = [450, 420].map(point => {
    const read = claimRead(memory.reads)
    memory.reads.group[read] = 0
    memory.reads.point[read] = point
    return read
  })
  expect(lowestReadPointOf(memory, 0)).toBe(420)
  memory.reads.group[reads[1]!] = 1
  expect(lowestReadPointOf(memory, 0)).toBe(450)
  memory.reads.point[reads[0]!] = 250
  expect(lowestReadPointOf(memory, 0)).toBe(300)
})
