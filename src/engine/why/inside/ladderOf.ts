/**
 * One transaction from the inside: everything that was done for it, each with its stretches of
 * time, and the moments that decide. Worked out of a window that was gone over event by event.
 */
import type { World } from '../../aurora/world.ts'
import type { Moment, Rung, TransactionInside } from '../../contract/inside.ts'
import {
  type Course,
  courseRungs,
  lockRungs,
  messageRungs,
  readRungs,
  statementRungs,
} from './plainRungs.ts'
import { proposeRungs, replicateRungs, verdictMoments } from './proposeRungs.ts'
import { marksOf, ownMarks, ownMessages, type Told } from './told.ts'
import { durableMoments, writeRungs, writtenGroups } from './writeRungs.ts'

/** `world`: as it stands at the end of the window. */
export function ladderOf(
  world: World,
  told: Told,
  { at, isShortened }: { at: number; isShortened: boolean },
): TransactionInside {
  const course = courseOf(world, told)
  const written = writtenGroups(world, told)
  const rungs = [
    ...messageRungs(told),
    ...courseRungs(course),
    ...readRungs(told, course),
    ...statementRungs(told, course),
    ...lockRungs(told),
    ...writeRungs(world, told, written),
    ...proposeRungs(told),
    ...replicateRungs(told),
  ].sort((one, other) => beginOf(one) - beginOf(other))
  const moments = [
    ...durableMoments(written),
    ...verdictMoments(told),
    ...courseMoments(told),
  ].sort((one, other) => one.at - other.at)
  return {
    inside: 'transaction',
    at,
    transaction: told.transaction,
    isShortened,
    ...endOf(told),
    ...placeOf(told, course),
    ...extentOf(rungs, moments, at),
    rungs,
    moments,
  }
}

function beginOf({ stretches }: Rung): number {
  return stretches[0]?.since ?? 0
}

function courseOf(world: World, told: Told): Course {
  const began = ownMarks(told, 'TransactionBegan')[0] ?? ownMarks(told, 'SqlTransactionBegan')[0]
  const written = ownMarks(told, 'CommitWritten')[0]?.fact
  const ended = told.marks.find(({ fact }) => ends.includes(fact.fact) && isNamed(told, fact))
  const typed = ownMarks(told, 'SqlTransactionBegan')[0]?.fact.parameters
  return {
    instance: typed?.instance ?? nameOf(told, began?.actor) ?? writerOf(world, told),
    session: typed?.session ?? '',
    beganAt: began?.fact.at ?? null,
    began: began?.fact.id ?? 0,
    writtenAt: written?.at ?? null,
    safeAt: safeMark(told)?.fact.at ?? null,
    endedAt: ended?.fact.at ?? null,
  }
}

const ends: readonly string[] = [
  'TransactionCommitted',
  'TransactionRolledBack',
  'ConnectionLost',
  'SqlTransactionEnded',
  'WriteRefused',
]

function isNamed({ transaction }: Told, { parameters }: { parameters: object }): boolean {
  return (parameters as { transaction?: number }).transaction === transaction
}

function nameOf({ actors }: Told, actor: number | null | undefined): string | null {
  return actor === null || actor === undefined ? null : (actors[actor] ?? null)
}

function writerOf(world: World, told: Told): string {
  const [sent] = [...ownMessages(told, 'WriteRedo'), ...ownMessages(told, 'Propose')]
  return (sent && told.actors[sent.from]) ?? (told.marks.length > 0 ? world.instances[0]!.id : '')
}

/** VDL is at or above its commit record for the first time. */
function safeMark(told: Told) {
  const written = ownMarks(told, 'CommitWritten')[0]
  if (written === undefined) return undefined
  const { lsn } = written.fact.parameters
  return marksOf(told, 'VdlAdvanced').find(
    ({ fact, order }) => order >= written.order && fact.parameters.vdl >= lsn,
  )
}

type Placed = Pick<TransactionInside, 'instance' | 'application' | 'session'>

function placeOf(told: Told, { instance, session }: Course): Placed {
  const began = ownMarks(told, 'TransactionBegan')[0]?.fact.parameters
  const committed = ownMarks(told, 'TransactionCommitted')[0]?.fact.parameters
  const known = began ?? committed
  const isKnown = told.marks.some(({ fact }) => isNamed(told, fact))
  return {
    instance: isKnown ? instance : '',
    application: known?.application ?? '',
    session: session !== '' ? session : known === undefined ? '' : `${known.session + 1}`,
  }
}

type End = Pick<TransactionInside, 'state' | 'latencyMicros' | 'commitLsn'>

function endOf(told: Told): End {
  const committed = ownMarks(told, 'TransactionCommitted')[0]?.fact.parameters
  const written = ownMarks(told, 'CommitWritten')[0]?.fact.parameters
  const latencyMicros = committed?.latencyMicros ?? null
  return { state: stateOf(told), latencyMicros, commitLsn: committed?.lsn ?? written?.lsn ?? 0 }
}

function stateOf(told: Told): TransactionInside['state'] {
  if (ownMarks(told, 'TransactionCommitted').length > 0) return 'committed'
  const typed = ownMarks(told, 'SqlTransactionEnded')[0]?.fact.parameters.outcome
  if (typed !== undefined) return typed
  if (ownMarks(told, 'TransactionRolledBack').length > 0) return 'rolledBack'
  if (ownMarks(told, 'WriteRefused').length > 0) return 'rolledBack'
  if (ownMarks(told, 'ConnectionLost').length > 0) return 'lost'
  return told.marks.some(({ fact }) => isNamed(told, fact)) ? 'open' : 'unknown'
}

/** Its beginning, its commit record, the safe point past that, its end, and who was told. */
function courseMoments(told: Told): Moment[] {
  const moment = (what: Moment['what'], mark: { fact: { at: number; id: number } }, value = 0) => ({
    what,
    at: mark.fact.at,
    group: '',
    value,
    fact: mark.fact.id,
  })
  const safe = safeMark(told)
  return [
    ...ownMarks(told, 'TransactionBegan').map(mark => moment('began', mark)),
    ...ownMarks(told, 'SqlTransactionBegan').map(mark => moment('began', mark)),
    ...ownMarks(told, 'CommitWritten').map(mark =>
      moment('written', mark, mark.fact.parameters.lsn),
    ),
    ...(safe ? [moment('safe', safe, safe.fact.parameters.vdl)] : []),
    ...ownMarks(told, 'TransactionCommitted').map(mark => moment('committed', mark)),
    ...ownMarks(told, 'TransactionRolledBack').map(mark => moment('rolledBack', mark)),
    ...ownMarks(told, 'ConnectionLost').map(mark => moment('lost', mark)),
    ...answered(told),
  ]
}

/** The application has its answer. */
function answered(told: Told): Moment[] {
  return ownMessages(told, 'Answer').flatMap(({ endOrder, fate, arrivesAt, isRefusal }) =>
    endOrder === null || fate !== 'delivered' || isRefusal
      ? []
      : [{ what: 'acknowledged' as const, at: arrivesAt, group: '', value: 0, fact: 0 }],
  )
}

function extentOf(rungs: Rung[], moments: Moment[], at: number): { from: number; to: number } {
  const stretches = rungs.flatMap(({ stretches }) => stretches)
  const begins = [...stretches.map(({ since }) => since), ...moments.map(moment => moment.at)]
  const ends = [...stretches.map(({ until }) => until ?? at), ...moments.map(moment => moment.at)]
  if (begins.length === 0) return { from: at, to: at }
  return { from: Math.min(...begins), to: Math.max(...ends) }
}
