/** Story: what becomes of transactions that were in flight when the writer was lost. */
import { expect, test } from 'vitest'
import type { FactOf } from '../../contract/facts.ts'
import {
  brokenWithin,
  type Cluster,
  factsOf,
  give,
  heal,
  inject,
  look,
  run,
  startCluster,
} from '../../testing/startCluster.ts'
import { transactionPhase } from '../database/transactions.ts'
import { recordFlag, rowOf } from '../storage/redoLog.ts'

const second = 1_000_000

/**
 * Ten sessions that change twenty rows each, one page read after the other, so that most of them
 * are in the middle when the writer dies.
 */
function interrupted(more: Parameters<typeof startCluster>[0] = {}): Cluster {
  const parameters = { 'instance.bufferPoolPages': 8, ...more.parameters }
  const work = { sessions: 10, think: '5ms', reads: 0, writes: 20, seed: 3 }
  const cluster = startCluster({ ...work, ...more, parameters })
  run(cluster, 400_000)
  inject(cluster, 'InstanceCrash', 'w1')
  heal(cluster, 'InstanceCrash', 'w1')
  return cluster
}

type Awaited = 'UndoBegan' | 'UndoEnded' | 'TransactionUndone'

/** Plays until this fact has been told so often. */
function until<K extends Awaited>(cluster: Cluster, fact: K, times = 1): FactOf<K> {
  const { world } = cluster.simulation
  const patience = world.now + 10 * second
  let told = 0
  let looked = 0
  while (told < times && world.now < patience) {
    expect(brokenWithin(cluster, 2000)).toBeNull()
    for (; looked < cluster.facts.length; looked++) if (cluster.facts[looked]!.fact === fact) told++
  }
  return factsOf(cluster, fact)[times - 1]!
}

test('R12, L18: a transaction is found although the log has dropped its first records', () => {
  const cluster = startCluster({
    sessions: 60,
    think: '5ms',
    reads: 0,
    writes: 40,
    parameters: { 'instance.bufferPoolPages': 8 },
  })
  const { world } = cluster.simulation
  run(cluster, 1_500_000)
  const { transactions } = world.instances[0]!.memory
  const { serial, phase, nextRow } = transactions
  const isReading = (slot: number) => phase[slot] === transactionPhase.reading
  const open = [...serial].filter((_, slot) => isReading(slot) && nextRow[slot]! >= 20)
  const dropped = new Set(world.log.unfinished.keys())
  expect(open.filter(serial => dropped.has(serial)).length).toBeGreaterThan(5)
  inject(cluster, 'InstanceCrash', 'w1')
  heal(cluster, 'InstanceCrash', 'w1')
  until(cluster, 'UndoEnded')
  const told = factsOf(cluster, 'TransactionUndone')
  const undone = new Map(told.map(({ parameters: its }) => [its.transaction, its.rows]))
  for (const serial of open) expect(undone.get(serial)).toBeGreaterThanOrEqual(15)
  expect(Math.max(...undone.values())).toBeLessThanOrEqual(40)
})

/** Rows changed and not put back of each transaction without a commit record. */
function leftOver({ simulation }: Cluster): Map<number, number> {
  const { log } = simulation.world
  const { commit, consistencyPoint, annulled, undoing } = recordFlag
  const left = new Map<number, number>()
  const ended = new Set<number>()
  for (let ordinal = log.first; ordinal < log.next; ordinal++) {
    const row = rowOf(log, ordinal)
    const flags = log.flags[row]!
    if ((flags & annulled) !== 0 || (flags & consistencyPoint) === 0) continue
    const serial = log.transaction[row]!
    if ((flags & commit) !== 0) ended.add(serial)
    else left.set(serial, (left.get(serial) ?? 0) + ((flags & undoing) === 0 ? 1 : -1))
  }
  for (const serial of ended) left.delete(serial)
  return left
}

test('R12 (reference X9): the volume opens first; undo follows, while users work', () => {
  const cluster = interrupted()
  const ended = until(cluster, 'UndoEnded')
  const [opened] = factsOf(cluster, 'VolumeOpened')
  const [began] = factsOf(cluster, 'UndoBegan')
  expect(began!.at).toBe(opened!.at)
  expect(began!.parameters.transactions).toBeGreaterThan(3)
  expect(began!.parameters.rows).toBeGreaterThan(began!.parameters.transactions)
  expect(ended.at).toBeGreaterThan(opened!.at + began!.parameters.rows * 264)
  const meanwhile = factsOf(cluster, 'TransactionBegan').filter(
    ({ at }) => at > opened!.at && at < ended.at,
  )
  expect(meanwhile.length).toBeGreaterThan(0)
})

test('R12: in the end nothing is left of any interrupted transaction', () => {
  const cluster = interrupted()
  until(cluster, 'UndoEnded')
  give(cluster, { do: 'SetWorkload', workload: 'shop', sessions: 0 })
  run(cluster, 2 * second)
  expect(Math.max(0, ...leftOver(cluster).values())).toBe(0)
  expect(cluster.simulation.world.undo).toBeNull()
  expect(look(cluster).undo).toBeNull()
})

test('R12: who wants a row that is to be put back waits, and gets it', () => {
  const cluster = interrupted({ pattern: 'hot', parameters: { 'client.retryCap': '20ms' } })
  until(cluster, 'UndoBegan')
  let most = 0
  for (let waited = 0; waited < 400 && cluster.simulation.world.undo !== null; waited++) {
    expect(brokenWithin(cluster, 1000)).toBeNull()
    most = Math.max(most, look(cluster).undo?.waiting ?? 0)
  }
  expect(most).toBeGreaterThan(0)
  give(cluster, { do: 'SetWorkload', workload: 'shop', sessions: 0 })
  run(cluster, 5 * second)
  const { transactions } = cluster.simulation.world.instances[0]!.memory
  expect(transactions.phase.every(phase => phase === 0)).toBe(true)
})

test('R13: a second crash in the middle of undo leaves only the rest to be undone', () => {
  const cluster = interrupted()
  const { rows, transactions } = until(cluster, 'UndoBegan').parameters
  until(cluster, 'TransactionUndone', 2)
  run(cluster, 20_000)
  inject(cluster, 'InstanceCrash', 'w1')
  expect(cluster.simulation.world.undo).toBeNull()
  give(cluster, { do: 'SetWorkload', workload: 'shop', sessions: 0 })
  heal(cluster, 'InstanceCrash', 'w1')
  const again = until(cluster, 'UndoBegan', 2).parameters
  expect(again.rows).toBeLessThan(rows)
  until(cluster, 'UndoEnded')
  run(cluster, second)
  expect(Math.max(0, ...leftOver(cluster).values())).toBe(0)
  expect(transactions).toBeGreaterThan(2)
})

test('F5, R12: a reader that takes over undoes what the lost writer has left', () => {
  const parameters = { 'instance.bufferPoolPages': 8 }
  const work = { sessions: 10, think: '5ms', reads: 0, writes: 20, readers: 1 } as const
  const cluster = startCluster({ ...work, parameters, route: 'cluster' })
  run(cluster, 400_000)
  inject(cluster, 'InstanceCrash', 'w1')
  expect(until(cluster, 'UndoEnded').parameters.instance).toBe('r1')
})

test('the picture says how much is left, while all copies are well', () => {
  const cluster = interrupted()
  until(cluster, 'UndoBegan')
  const { undo, caption } = look(cluster)
  expect(undo).toMatchObject({ instance: 'w1', rowsLeft: undo!.rows })
  expect(caption.key).toBe('undo.caption')
})
