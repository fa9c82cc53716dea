/**
 * What one can look into, of a thing of the stage or of the selection: a copy, a page or a
 * transaction; of a node its copy, of an instance or an application its newest transaction.
 */
import type { Frame, RecordView } from '../../../engine/contract/frame.ts'
import type { TargetId } from '../../../engine/contract/ids.ts'
import type { InsideSubject } from '../../../engine/contract/inside.ts'

/** `isShown`: the copy stands on the stage; of several copies of a node that one is meant. */
export function insideOfTarget(
  frame: Frame,
  target: TargetId,
  isShown: (copy: string) => boolean = () => false,
): InsideSubject | null {
  const name = target.replace(/ details$/, '')
  const named = ofName(frame, name)
  if (named !== null) return named
  const node = frame.nodes.find(({ id }) => id === name)
  if (node !== undefined) return ofCopies(node.segments, isShown)
  const instance = frame.applications.find(({ id }) => id === name)?.on ?? name
  return frame.instances.some(({ id }) => id === instance) ? newestOf(frame, instance) : null
}

function ofName(frame: Frame, name: string): InsideSubject | null {
  if (isCopy(frame, name)) return `copy:${name}`
  const [, kind, number] = /^(page|transaction|proposal|outcome|record)[ :](\d+)$/.exec(name) ?? []
  if (kind === 'page') return `page:${number}`
  if (kind === 'transaction') return `transaction:${number}@${frame.at}`
  if (kind === 'record') return ofRecord(frame, Number(number))
  if (kind !== undefined) return ofProposal(frame, Number(number))
  return ofSession(frame, name)
}

function isCopy({ groups }: Frame, name: string): boolean {
  return groups.some(({ segments }) => segments.some(({ id }) => id === name))
}

function ofCopies(copies: string[], isShown: (copy: string) => boolean): InsideSubject | null {
  const copy = copies.find(isShown) ?? copies[0]
  return copy === undefined ? null : `copy:${copy}`
}

function at({ transaction, writtenAt }: RecordView): InsideSubject {
  return `transaction:${transaction}@${writtenAt}`
}

function ofRecord({ groups }: Frame, lsn: number): InsideSubject | null {
  const record = groups.flatMap(({ records }) => records).find(its => its.lsn === lsn)
  return record === undefined ? null : at(record)
}

function ofProposal({ multiMaster }: Frame, number: number): InsideSubject | null {
  const found = multiMaster?.proposals.find(({ proposal }) => proposal === number)
  return found === undefined ? null : `transaction:${found.transaction}@${found.sentAt}`
}

/** Of typed SQL, with a transaction open. */
function ofSession({ sql, at: now }: Frame, name: string): InsideSubject | null {
  const transaction = sql?.sessions.find(session => session.name === name)?.transaction ?? 0
  return transaction === 0 ? null : `transaction:${transaction}@${now}`
}

/** The newest that this instance is known to have; of typed SQL one that is open. */
function newestOf(frame: Frame, instance: string): InsideSubject | null {
  const { multiMaster, groups, sql, at: now } = frame
  const open = sql?.sessions.find(({ on, transaction }) => on === instance && transaction > 0)
  if (open !== undefined) return `transaction:${open.transaction}@${now}`
  if (multiMaster !== null) {
    const newest = multiMaster.transactions.filter(its => its.instance === instance).at(-1)
    return newest ? `transaction:${newest.transaction}@${newest.since}` : null
  }
  const records = groups.flatMap(group => group.records).filter(its => its.transaction > 0)
  const newest = records.sort((one, other) => one.lsn - other.lsn).at(-1)
  return newest === undefined ? null : at(newest)
}
