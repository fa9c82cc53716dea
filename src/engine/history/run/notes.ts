/** What is noted of a transaction while a run is recorded: begin, reads, undoing, end, answer. */
import type { InstanceId } from '../../contract/ids.ts'
import type { TransactionNumber, VersionId } from '../../contract/runHistory.ts'
import type { FactId, Micros } from '../../contract/units.ts'
import { letGo } from './letGo.ts'
import {
  type Item,
  lastOf,
  type Moment,
  type Read,
  type Scan,
  type Recorded,
  type RunRecord,
  type SessionOrder,
  type Write,
} from './runRecord.ts'

/** What tells the time, and the fact that led to what happens now: a context. */
export interface Clock {
  world: { now: Micros }
  cause: FactId
}

/** Rows that one transaction is remembered to have read. */
const mostReads = 2000

export function momentOf(record: RunRecord, { world, cause }: Clock): Moment {
  record.lastOrder++
  return { at: world.now, fact: cause, order: record.lastOrder }
}

const noScans: readonly Scan[] = []

interface Given {
  number: TransactionNumber
  instance: InstanceId
  isWork: boolean
  session: SessionOrder
}

/** Written out, since it is made for every transaction of a run. */
export function begin(
  record: RunRecord,
  clock: Clock,
  { number, instance, isWork, session }: Given,
): Recorded {
  letGo(record)
  const recorded: Recorded = {
    number,
    session,
    instance,
    state: 'open',
    node: -1,
    isWork,
    commitLsn: 0,
    began: momentOf(record, clock),
    ended: null,
    sentAt: session.openSince ?? clock.world.now,
    heardAt: null,
    reads: [],
    writes: [],
    scans: noScans,
  }
  record.transactions.push(recorded)
  if (!isWork) record.byNumber.set(number, recorded)
  session.waiting.push(recorded)
  return recorded
}

/** A statement that goes on reads again what it had read. */
export function noteRead(
  record: RunRecord,
  clock: Clock,
  reader: Recorded,
  { item, found, source }: { item: Item; found: VersionId; source: Recorded | null },
): void {
  const { writer, version } = found
  if (writer === reader.number || reader.reads.length >= mostReads) return
  const { lastRead } = item
  const isSame = lastRead?.writer === writer && lastRead.version === version
  if (isSame && lastRead.by === reader) return
  const read: Read = {
    by: reader,
    item,
    writer,
    version,
    source,
    at: clock.world.now,
    fact: clock.cause,
    order: ++record.lastOrder,
  }
  item.lastRead = read
  reader.reads.push(read)
}

export function noteUndo({ writes }: Recorded, item: Item): void {
  const last = lastOf(writes, write => write.item === item && !write.isUndone)
  if (last) last.isUndone = true
}

export function end(
  record: RunRecord,
  clock: Clock,
  recorded: Recorded,
  state: Recorded['state'],
): void {
  recorded.session.openSince = null
  recorded.state = state
  recorded.ended = momentOf(record, clock)
}

export function noteWrite(
  record: RunRecord,
  clock: Clock,
  by: Recorded,
  { item, version, change }: Pick<Write, 'item' | 'version' | 'change'>,
): void {
  const write: Write = {
    by,
    item,
    version,
    isUndone: false,
    change,
    at: clock.world.now,
    fact: clock.cause,
    order: ++record.lastOrder,
  }
  item.writes.push(write)
  by.writes.push(write)
}

function isOpen({ ended }: Recorded): boolean {
  return ended === null
}

export function noteAnswer({ world }: Clock, session: SessionOrder, sentAt: Micros): void {
  if (session.openSince !== null) session.openSince = Math.min(session.openSince, sentAt)
  for (const recorded of session.waiting) {
    if (recorded.began.at >= sentAt) recorded.sentAt = Math.min(recorded.sentAt, sentAt)
    if (recorded.ended !== null) recorded.heardAt = world.now
  }
  if (session.waiting.some(isOpen)) session.waiting = session.waiting.filter(isOpen)
  else session.waiting.length = 0
}
