/**
 * Redo of a transaction to each copy of each group that it changed: the way there, the disk, and
 * the way back of the answer. The answer with which PGCL came up to its last record completes the
 * quorum (2018 §2.3). Rules L4, L11.
 */
import type { World } from '../../aurora/world.ts'
import { rowOf } from '../../aurora/storage/redoLog.ts'
import type { Moment, Rung } from '../../contract/inside.ts'
import type { SpaceMessage } from '../../contract/spacetime.ts'
import { answerTo, thereAndBack } from './stretch.ts'
import { marksOf, ownMessages, type Told } from './told.ts'

export interface WrittenGroup {
  /** Index, and name. */
  group: number
  id: string
  /** Its last record there. */
  last: number
  /** PGCL came up to that: when, at which event; null = not yet. */
  durable: { at: number; order: number; fact: number } | null
}

/** The groups that it changed, in the order of the volume. */
export function writtenGroups(world: World, told: Told): WrittenGroup[] {
  const last = lastRecords(world, told.transaction)
  return world.groups.flatMap(({ id }, group) => {
    const lsn = last.get(group)
    if (lsn === undefined) return []
    const reached = marksOf(told, 'PgclAdvanced').find(
      ({ fact }) => fact.parameters.group === id && fact.parameters.pgcl >= lsn,
    )
    const durable = reached && {
      at: reached.fact.at,
      order: reached.order,
      fact: reached.fact.id,
    }
    return [{ group, id, last: lsn, durable: durable ?? null }]
  })
}

function lastRecords({ log }: World, transaction: number): Map<number, number> {
  const last = new Map<number, number>()
  for (let ordinal = log.first; ordinal < log.next; ordinal++) {
    const row = rowOf(log, ordinal)
    if (log.transaction[row] === transaction) last.set(log.group[row]!, log.lsn[row]!)
  }
  return last
}

export function writeRungs(world: World, told: Told, written: WrittenGroup[]): Rung[] {
  const answers = ownMessages(told, 'WriteAck')
  return written.flatMap(group =>
    ownMessages(told, 'WriteRedo')
      .filter(sent => sent.group === group.group)
      .map(sent => writeRung(world, told, { sent, group, answer: answerTo(sent, answers) })),
  )
}

interface Write {
  sent: SpaceMessage
  answer: SpaceMessage | undefined
  group: WrittenGroup
}

function writeRung(world: World, told: Told, { sent, answer, group }: Write): Rung {
  const node = sent.to - world.instances.length
  const segment = world.groups[group.group]?.segments.find(its => its.node === node)
  const endOrder = answer?.endOrder ?? null
  return {
    id: `write ${sent.id}`,
    kind: 'write',
    who: segment?.id ?? told.actors[sent.to]!,
    about: group.id,
    stretches: thereAndBack(sent, answer),
    isYes: answer === undefined ? null : coversLast(told, answer, group),
    completes: endOrder !== null && endOrder === group.durable?.order,
  }
}

/** The SCL that it tells is at or above the last record. */
function coversLast(told: Told, answer: SpaceMessage, { last }: WrittenGroup): boolean {
  const persisted = marksOf(told, 'RecordsPersisted').find(
    ({ order, actor }) => order === answer.sentOrder && actor === answer.from,
  )
  return (persisted?.fact.parameters.scl ?? 0) >= last
}

/** Each group as it is durable. */
export function durableMoments(written: WrittenGroup[]): Moment[] {
  return written.flatMap(({ id, last, durable }) =>
    durable === null
      ? []
      : [{ what: 'durable', at: durable.at, group: id, value: last, fact: durable.fact } as const],
  )
}
