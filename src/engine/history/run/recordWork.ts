/**
 * The workload of a cluster with one writer as transactions (rule G18, *assumption*): each reads,
 * as it begins to work, what was committed up to the VDL of its instance, and its changes take
 * place in the order of the commits. Its rows have no values.
 */
import { chosenRow } from '../../aurora/database/rowChoice.ts'
import type { Context } from '../../aurora/mechanism.ts'
import type { World } from '../../aurora/world.ts'
import type { Lsn } from '../../contract/units.ts'
import { begin, end, noteRead, noteWrite } from './notes.ts'
import {
  type Item,
  itemOf,
  lastOf,
  type Recorded,
  type RunRecord,
  sessionOrderOf,
  type Table,
  tableOf,
} from './runRecord.ts'

/** Workload rows are other rows than those of statements. */
function workTable(record: RunRecord, { setup }: World, application: number): Table {
  return tableOf(record, `${setup.tables[setup.workload[application]!.table]!.name}/row`)
}

/** So many rows of the transaction from the `first`. */
function rowsOf(world: World, instance: number, txn: number, range: [first: number, end: number]) {
  const { application, rowSeed } = world.instances[instance]!.memory.transactions
  const [first, behind] = range
  return Array.from({ length: behind - first }, (_, k) => {
    return chosenRow(world, application[txn]!, rowSeed[txn]!, first + k)
  })
}

/** Newest committed version up to there; null = it is not kept any more. */
function committedUpTo({ writes, isCut }: Item, lsn: Lsn): number | null {
  const found = lastOf(writes, ({ by }) => by.commitLsn > 0 && by.commitLsn <= lsn)
  return found?.by.number ?? (isCut ? null : 0)
}

export function works(record: RunRecord, ctx: Context, instance: number, txn: number): void {
  const { world } = ctx
  const { id, memory } = world.instances[instance]!
  const { transactions, vdl } = memory
  const number = transactions.serial[txn]!
  const application = transactions.application[txn]!
  if (application < 0 || record.byNumber.has(number)) return
  const session = sessionOrderOf(record, application * 65_536 + transactions.session[txn]!)
  const recorded = begin(record, ctx, { number, instance: id, isWork: true, session })
  recorded.sentAt = world.applications[application]!.waitingSince[transactions.session[txn]!]!
  const table = workTable(record, world, application)
  for (const row of rowsOf(world, instance, txn, [0, world.setup.workload[application]!.reads])) {
    const item = itemOf(table, row)
    const writer = committedUpTo(item, vdl)
    const found = writer === null ? null : { writer, version: 0 }
    if (found) noteRead(record, ctx, recorded, { item, found })
  }
}

export function worked(record: RunRecord, ctx: Context, instance: number, txn: number): void {
  const { world } = ctx
  const { transactions } = world.instances[instance]!.memory
  const by = record.byNumber.get(transactions.serial[txn]!)
  if (by === undefined) return
  const application = transactions.application[txn]!
  const { reads, writes } = world.setup.workload[application]!
  const table = workTable(record, world, application)
  by.commitLsn = transactions.commitLsn[txn]!
  for (const row of new Set(rowsOf(world, instance, txn, [reads, reads + writes]))) {
    const item = itemOf(table, row)
    noteWrite(record, ctx, by, { item, version: 0, change: null })
  }
  end(record, ctx, by, 'committed')
}

/** What it had not finished: nobody is told, and later reads show what became of it (rule G5). */
export function crashed(record: RunRecord, ctx: Context, instance: number): void {
  const { id } = ctx.world.instances[instance]!
  for (const recorded of record.transactions) {
    const isIts = recorded.isWork && recorded.instance === id && recorded.state === 'open'
    if (isIts) end(record, ctx, recorded, 'lost')
  }
}

/** Sessions of the workload by the name of their application. */
export function sessionName({ applications }: World, { session }: Recorded): string {
  if (typeof session.name === 'string') return session.name
  const application = Math.floor(session.name / 65_536)
  return `${applications[application]!.id}/${session.name % 65_536}`
}
