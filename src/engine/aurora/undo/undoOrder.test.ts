/** In which order rows are put back, and whose they are until then. */
import { expect, test } from 'vitest'
import { type Cluster, heal, inject, run, startCluster } from '../../testing/startCluster.ts'
import { step } from '../../simulation.ts'
import { recordFlag, rowOf } from '../storage/redoLog.ts'
import { rowKey } from '../storage/rowKey.ts'
import type { World } from '../world.ts'
import { rowName, type Undo } from './undo.ts'

/** Ten sessions that change twenty rows each; the writer dies, and undo has begun. */
function undoing(): Cluster {
  const parameters = { 'instance.bufferPoolPages': 8 }
  const work = { sessions: 10, think: '5ms', reads: 0, writes: 20, seed: 3, parameters }
  const cluster = startCluster(work)
  run(cluster, 400_000)
  inject(cluster, 'InstanceCrash', 'w1')
  heal(cluster, 'InstanceCrash', 'w1')
  untilUndo(cluster, undo => undo !== null)
  return cluster
}

/** One event after the other; `look` is asked before each, and true ends it. */
function untilUndo({ simulation }: Cluster, look: (undo: Undo | null) => boolean): void {
  for (let event = 0; event < 500_000; event++) {
    if (look(simulation.world.undo)) return
    step(simulation, 'event')
  }
  throw new Error('undo goes on without an end')
}

interface PutBack {
  serial: number
  key: number
}

/** The rows that undo has put back since this ordinal, as the log tells of them. */
function putBackSince({ log }: World, first: number): PutBack[] {
  const found: PutBack[] = []
  for (let ordinal = first; ordinal < log.next; ordinal++) {
    const row = rowOf(log, ordinal)
    if ((log.flags[row]! & recordFlag.undoing) === 0) continue
    found.push({ serial: log.transaction[row]!, key: rowKey(log.page[row]!, log.place[row]!) })
  }
  return found
}

test('R13: the newest transaction goes first, and of each the newest row', () => {
  const cluster = undoing()
  const { world } = cluster.simulation
  const first = world.log.next
  const wanted = world
    .undo!.interrupted.flatMap(({ serial, rows }) => rows.map(key => ({ serial, key })))
    .reverse()
  untilUndo(cluster, undo => undo === null)
  expect(wanted.length).toBeGreaterThan(20)
  expect(putBackSince(world, first)).toEqual(wanted)
})

/** How often each row was changed by transactions of which something is still to be undone. */
function rowsOf({ interrupted }: Undo): Record<string, number> {
  const rows: Record<string, number> = {}
  for (const name of interrupted.flatMap(its => its.rows.map(rowName))) {
    rows[name] = (rows[name] ?? 0) + 1
  }
  return rows
}

test('R12: the rows of a transaction are its own until all of it is undone, and no longer', () => {
  const cluster = undoing()
  const transactions = cluster.simulation.world.undo!.interrupted.length
  const seen = new Set<number>()
  untilUndo(cluster, undo => {
    if (undo === null) return true
    expect(undo.owned).toEqual(rowsOf(undo))
    seen.add(undo.interrupted.length)
    return false
  })
  expect(seen.size).toBe(transactions)
})
