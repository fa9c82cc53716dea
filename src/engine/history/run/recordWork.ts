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
  type Recorded,
  type RunRecord,
  sessionOrderOf,
  tableOf,
} from './runRecord.ts'

/** Workload rows, called by numbers, are other rows than those of statements. */
function workOf(record: RunRecord, { setup }: World, application: number): RunRecord['work'][0] {
  let work = record.work[application]
  if (work === undefined) {
    const { name } = setup.tables[setup.workload[application]!.table]!
    work = { table: tableOf(record, name), sessions: [] }
    record.work[application] = work
  }
  return work
}

function sessionIn(record: RunRecord, world: World, application: number, session: number) {
  const { sessions } = workOf(record, world, application)
  sessions[session] ??= sessionOrderOf(record, application * 65_536 + session)
  return sessions[session]
}

/** Newest committed version up to there. */
function committedUpTo({ writes }: Item, lsn: Lsn): Recorded | null {
  for (let k = writes.length - 1; k >= 0; k--) {
    const { by } = writes[k]!
    if (by.commitLsn > 0 && by.commitLsn <= lsn) return by
  }
  return null
}

export function works(record: RunRecord, ctx: Context, instance: number, txn: number): void {
  const { world } = ctx
  const { id, memory } = world.instances[instance]!
  const { transactions, vdl } = memory
  const number = transactions.serial[txn]!
  const application = transactions.application[txn]!
  record.slots[instance] ??= []
  const slots = record.slots[instance]
  if (application < 0 || slots[txn]?.number === number) return
  const place = transactions.session[txn]!
  const session = sessionIn(record, world, application, place)
  const recorded = begin(record, ctx, { number, instance: id, isWork: true, session })
  slots[txn] = recorded
  recorded.sentAt = world.applications[application]!.waitingSince[place]!
  const { table } = workOf(record, world, application)
  const { reads } = world.setup.workload[application]!
  for (let index = 0; index < reads; index++) {
    const item = itemOf(table, chosenRow(world, application, transactions.rowSeed[txn]!, index))
    const source = committedUpTo(item, vdl)
    const found = { writer: source?.number ?? 0, version: 0 }
    const isKnown = source !== null || !item.isCut
    if (isKnown) noteRead(record, ctx, recorded, { item, found, source })
  }
}

export function worked(record: RunRecord, ctx: Context, instance: number, txn: number): void {
  const { world } = ctx
  const { transactions } = world.instances[instance]!.memory
  const by = record.slots[instance]?.[txn]
  if (by === undefined || by.number !== transactions.serial[txn]) return
  const application = transactions.application[txn]!
  const { reads, writes } = world.setup.workload[application]!
  const { table } = workOf(record, world, application)
  by.commitLsn = transactions.commitLsn[txn]!
  for (let index = reads; index < reads + writes; index++) {
    const item = itemOf(table, chosenRow(world, application, transactions.rowSeed[txn]!, index))
    const isTwice = item.writes.at(-1)?.by === by
    if (!isTwice) noteWrite(record, ctx, by, { item, version: 0, change: null })
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
