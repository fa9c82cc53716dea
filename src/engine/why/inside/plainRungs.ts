/**
 * What is done for a transaction outside of storage: its request, work at the writer, pages that
 * were read, its wait for the safe point, and its answer; of typed SQL its statements and locks.
 */
import type { Rung, Stretch } from '../../contract/inside.ts'
import type { SpaceMessage } from '../../contract/spacetime.ts'
import { travel } from './stretch.ts'
import { marksOf, ownMarks, ownMessages, type Told } from './told.ts'

/** What its course is known by. */
export interface Course {
  instance: string
  session: string
  beganAt: number | null
  /** Id of the fact that told of its beginning. */
  began: number
  writtenAt: number | null
  safeAt: number | null
  endedAt: number | null
}

type Plain = Pick<Rung, 'kind' | 'who' | 'stretches'> & Partial<Rung>

function rung(id: string, fields: Plain): Rung {
  return { id, about: '', isYes: null, completes: false, ...fields }
}

function byMessage(told: Told, message: SpaceMessage, kind: 'request' | 'answer'): Rung {
  const who = told.actors[message.from]!
  const about = told.actors[message.to]!
  return rung(`${kind} ${message.id}`, {
    kind,
    who,
    about,
    stretches: [travel(message, kind === 'answer' ? 'back' : 'travel')],
  })
}

export function messageRungs(told: Told): Rung[] {
  return [
    ...ownMessages(told, 'Request').map(message => byMessage(told, message, 'request')),
    ...ownMessages(told, 'Answer').map(message => byMessage(told, message, 'answer')),
  ]
}

/**
 * Between its beginning and its commit record, then until the safe point is past that. In a typed
 * session only its statements are work: between them it waits for whoever types.
 */
export function courseRungs({ instance, session, ...course }: Course): Rung[] {
  const { beganAt, writtenAt, safeAt, endedAt } = course
  const work = session === '' ? stretch('work', beganAt, writtenAt ?? endedAt) : []
  const wait = stretch('wait', writtenAt, safeAt ?? endedAt)
  return [
    ...work.map(each => rung('work', { kind: 'work', who: instance, stretches: [each] })),
    ...wait.map(each => rung('wait', { kind: 'wait', who: instance, stretches: [each] })),
  ]
}

function stretch(what: Stretch['what'], since: number | null, until: number | null): Stretch[] {
  return since === null ? [] : [{ what, since, until }]
}

/** Pages that it asked storage for: asked because of its beginning, or of another of them. */
export function readRungs(told: Told, { began }: Course): Rung[] {
  const causes = new Set([began])
  return marksOf(told, 'PageRequested').flatMap(({ fact }) => {
    if (began === 0 || !causes.has(fact.cause)) return []
    const { read, page, segment } = fact.parameters
    const back = marksOf(told, 'PageReturned').find(
      its => its.fact.parameters.read === read && its.fact.at >= fact.at,
    )
    if (back) causes.add(back.fact.id)
    const stretches = stretch('travel', fact.at, back?.fact.at ?? null)
    return [rung(`read ${fact.id}`, { kind: 'read', who: segment, about: `${page}`, stretches })]
  })
}

/** Of its session, from the beginning of the transaction on. */
export function statementRungs(told: Told, course: Course): Rung[] {
  const { session, instance, beganAt, endedAt } = course
  const isWithin = (at: number) => at <= (endedAt ?? at)
  return marksOf(told, 'StatementSubmitted').flatMap(({ fact: { parameters, at } }) => {
    if (session === '' || parameters.session !== session || !isWithin(at)) return []
    const answered = marksOf(told, 'StatementAnswered').find(
      ({ fact }) => fact.parameters.statement === parameters.statement,
    )?.fact
    if (answered !== undefined && answered.at < (beganAt ?? 0)) return []
    const stretches = stretch('work', at, answered?.at ?? null)
    const isYes = answered === undefined ? null : !answered.parameters.isError
    const fields = { who: instance, about: parameters.text, stretches, isYes }
    return [rung(`statement ${parameters.statement}`, { kind: 'statement', ...fields })]
  })
}

export function lockRungs(told: Told): Rung[] {
  return ownMarks(told, 'LockWaitBegan').map(({ fact }) => {
    const { table, index, key, instance } = fact.parameters
    const ended = ownMarks(told, 'LockWaitEnded').find(its => its.fact.at >= fact.at)?.fact
    const about = [table, index, key].filter(part => part !== '').join(' ')
    const stretches = stretch('wait', fact.at, ended?.at ?? null)
    const isYes = ended === undefined ? null : ended.parameters.outcome === 'granted'
    return rung(`lock ${fact.id}`, { kind: 'lock', who: instance, about, stretches, isYes })
  })
}
