/**
 * Plays a case of an interleaving (Formats §8) in the simulation: a cluster of its own, one command
 * a step, dealt when the step before is answered or known to wait.
 */
import type { CaseAnswer, InterleavingCase } from '../../engine/contract/interleaving.ts'
import type { SqlError, StatementRecord } from '../../engine/contract/sql.ts'
import { apply, createSimulation, parseDuration, runUntil } from '../../engine/index.ts'
import { type Simulation, step } from '../../engine/index.ts'
import { everything, isSessionWaiting, isSettled } from '../../engine/answers.ts'
import { learnSentences, say } from '../../words/say.ts'
import { sqlSentences } from '../../words/sqlSentences.ts'
import { refuse } from '../refusal.ts'
import { type Answered, createDeal, type Deal, isAllIssued, issue, nextStep } from './deal.ts'
import { noteAnswer, noteWait, openSteps, sessionOf } from './deal.ts'
import { isolationStatement } from './isolationStatement.ts'
import { setupOf } from './setupOf.ts'
import { setupStatements } from './setupStatements.ts'

learnSentences(sqlSentences)

/** Longer than any wait ends by itself: ten minutes of model time. */
const patience = 600_000_000

interface Play {
  single: InterleavingCase
  /** Place of the case in its file, for refusals. */
  path: string
  simulation: Simulation
  deal: Deal
  /** Numbers of the statements of each step issued, the first and the one behind the last. */
  numbers: Map<number, { from: number; to: number }>
  /** Sessions that may not have the isolation of the case, as SERIALIZABLE with several writers. */
  refused: Map<string, SqlError>
}

/** With several writers, the setup is known to all of them long before the first step. */
const everywhere = 1_000_000

/** Throws a refusal when the setup fails or a step cannot be given at all. */
export function playCase(single: InterleavingCase, path: string): CaseAnswer {
  const simulation = createSimulation(setupOf(single), everything)
  const deal = createDeal(single)
  const play = { single, path, simulation, deal, numbers: new Map(), refused: new Map() }
  setUp(play)
  openSessions(play)
  while (!isAllIssued(play.deal)) if (!goOn(play)) break
  settle(simulation)
  look(play)
  return { id: single.id, steps: play.deal.answers }
}

function setUp(play: Play): void {
  for (const [index, statement] of setupStatements(play.single).entries()) {
    const path = `${play.path}.setup, statement ${index + 1}`
    const { from } = give(play, path, { session: 'setup', text: statement })
    settle(play.simulation)
    const { error } = statementsOf(play.simulation.world)[from - 1]!
    if (error !== undefined) refuse(path, error.message, null)
  }
  if (play.single.topology === 'multi-master') runFor(play.simulation, everywhere)
}

function openSessions(play: Play): void {
  const { deal } = play
  for (const session of new Set(deal.steps.map(({ session }) => session))) {
    if (session !== 'any') openSession(play, session)
  }
}

function openSession(play: Play, session: string): void {
  const { single, path, simulation } = play
  const on = single.on[session] ?? 'w1'
  const { from } = give(play, `${path}.on`, { session, on, text: isolationStatement(single) })
  settle(simulation)
  const { error } = statementsOf(simulation.world)[from - 1]!
  if (error !== undefined) play.refused.set(session, error)
}

/** Issues the next step, or lets time go on to the next release. False: nobody is ever released. */
function goOn(play: Play): boolean {
  const index = nextStep(play.deal)
  if (index === null) return awaitRelease(play)
  issueStep(play, index)
  return true
}

function issueStep(play: Play, index: number): void {
  const { deal, simulation, path } = play
  const { sql, gap, session } = deal.steps[index]!
  if (session === 'any') openSession(play, sessionOf(deal, index))
  issue(deal, index)
  const error = play.refused.get(sessionOf(deal, index))
  if (error !== undefined) return noteAnswer(deal, index, { error })
  const place = `${path}.steps[${index}].sql`
  play.numbers.set(index, give(play, place, { session: sessionOf(deal, index), text: sql }))
  if (gap === 'settled') settle(simulation)
  else playFor(play, parseDuration(gap) ?? 0)
  look(play)
}

/** Looks after each event, so that no wait is missed. */
function playFor(play: Play, micros: number): void {
  const { simulation } = play
  const until = simulation.world.now + micros
  while (runUntil(simulation, until, 1).stopped === 'limit') look(play)
}

interface Typed {
  session: string
  text: string
  on?: string
}

/** `path` names the place of the text in the file, for refusals. */
function give({ simulation }: Play, path: string, typed: Typed) {
  const from = statementsOf(simulation.world).length + 1
  const outcome = apply(simulation, { do: 'RunSql', ...typed })
  if (!outcome.accepted) refuse(path, say(outcome.reason), null)
  return { from, to: statementsOf(simulation.world).length + 1 }
}

function runFor(simulation: Simulation, micros: number): void {
  runUntil(simulation, simulation.world.now + micros, Infinity)
}

function settle(simulation: Simulation): void {
  while (!isSettled(simulation.world) && simulation.broken === null) step(simulation, 'event')
}

function awaitRelease(play: Play): boolean {
  const { simulation, deal } = play
  const limit = simulation.world.now + patience
  const open = openSteps(deal).length
  while (openSteps(deal).length === open && simulation.world.now < limit) {
    if (simulation.broken !== null) return false
    step(simulation, 'event')
    look(play)
  }
  settle(simulation)
  look(play)
  return openSteps(deal).length < open
}

/** What became of the steps issued; several released at once, in the order of their answers. */
function look({ deal, numbers, simulation }: Play): void {
  const records = statementsOf(simulation.world)
  const open = openSteps(deal).map(index => {
    const { from, to } = numbers.get(index)!
    return { index, its: records.slice(from - 1, to - 1) }
  })
  const over = open.filter(({ its }) => isOver(its)).sort((a, b) => endOf(a.its) - endOf(b.its))
  for (const { index, its } of over) noteAnswer(deal, index, answerOf(its))
  for (const index of openSteps(deal)) {
    if (isSessionWaiting(simulation.world, sessionOf(deal, index))) noteWait(deal, index)
  }
}

function statementsOf({ sql }: Simulation['world']): StatementRecord[] {
  return sql?.statements.map(({ record }) => record) ?? []
}

function isOver(records: readonly StatementRecord[]): boolean {
  return records.every(({ status }) => status !== 'waiting')
}

function endOf(records: readonly StatementRecord[]): number {
  return Math.max(...records.map(({ finishedAt }) => finishedAt ?? 0))
}

/** Of several statements in one step the first error counts, else what the last one came to. */
function answerOf(records: readonly StatementRecord[]): Answered {
  const failed = records.find(({ error }) => error !== undefined)
  if (failed?.error !== undefined) {
    const { position, ...error } = failed.error
    return { error }
  }
  const { columns, rows, affected } = records.at(-1)!
  const table = columns === undefined || rows === undefined ? {} : { columns, rows }
  return affected === undefined ? table : { ...table, affected }
}
