/**
 * How the steps of an interleaving are dealt (Formats §8): in file order, each by its session; a
 * step of a waiting session is issued once that session is released. Whoever plays them, the
 * simulation or a real database, asks for the next one and tells what came of those issued.
 */
import type { InterleavingCase, StepAnswer } from '../../engine/contract/interleaving.ts'
import type { ResultValue, SqlError } from '../../engine/contract/sql.ts'

type Step = InterleavingCase['steps'][number]

export interface Deal {
  steps: readonly Step[]
  answers: StepAnswer[]
  state: ('unissued' | 'open' | 'done')[]
  /** The step issued last: what becomes of others from now on, it has caused. */
  last: number
}

/** What a step came to, once it is answered. */
export interface Answered {
  columns?: string[]
  rows?: ResultValue[][]
  affected?: number
  error?: SqlError
}

export function createDeal({ steps }: InterleavingCase): Deal {
  const answers = steps.map(({ session, sql }) => ({ session, sql }))
  return { steps, answers, state: steps.map(() => 'unissued'), last: -1 }
}

/** `any` stands for a fresh session each time. */
export function sessionOf({ steps }: Deal, index: number): string {
  const { session } = steps[index]!
  return session === 'any' ? `any-${index + 1}` : session
}

/** The first step not issued whose session is free; null when there is none. */
export function nextStep(deal: Deal): number | null {
  const busy = new Set(openSteps(deal).map(index => sessionOf(deal, index)))
  const index = deal.steps.findIndex((_, at) => {
    return deal.state[at] === 'unissued' && !busy.has(sessionOf(deal, at))
  })
  return index < 0 ? null : index
}

/** Issued and not answered. */
export function openSteps({ state }: Deal): number[] {
  return state.flatMap((its, index) => (its === 'open' ? [index] : []))
}

export function isAllIssued({ state }: Deal): boolean {
  return !state.includes('unissued')
}

export function issue(deal: Deal, index: number): void {
  deal.state[index] = 'open'
  deal.last = index
}

/** It is known to wait for another session. */
export function noteWait({ answers }: Deal, index: number): void {
  answers[index]!.blocks = true
}

export function noteAnswer(deal: Deal, index: number, answered: Answered): void {
  const { answers, state } = deal
  state[index] = 'done'
  Object.assign(answers[index]!, answered)
  if (answers[index]!.blocks !== true) return
  const cause = index === deal.last ? index : causeOf(deal, answered)
  if (cause !== index) noteCause(answers[cause]!, sessionOf(deal, index), answered)
}

/** A deadlock is caused by the step that waited last, whoever notices it and when. */
function causeOf({ answers, last }: Deal, { error }: Answered): number {
  if (error?.kind !== 'deadlock') return last
  return answers.findLastIndex(({ blocks }) => blocks === true)
}

/** That somebody has waited too long, nobody has caused. */
function noteCause(causing: StepAnswer, session: string, { error }: Answered): void {
  if (error?.kind === 'lockTimeout') return
  if (error === undefined) causing.unblocks = [...(causing.unblocks ?? []), session]
  else causing.refuses = [...(causing.refuses ?? []), session]
}
