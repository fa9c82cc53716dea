/**
 * Sessions at one instance without a cluster: pages are always cached, the log always has room,
 * commits are durable at once. Statements that wait stay so until others let them go on.
 */
import type { Dialect, IsolationLevel, ResultValue, SqlError } from '../../../contract/sql.ts'
import type { ParseColumn, ParseSql } from '../../../contract/statement.ts'
import {
  advance,
  beginRefused,
  beginStatement,
  endCommit,
  giveUpWaiting,
  lookForDeadlock,
  type Place,
  takeWoken,
} from '../advance.ts'
import { createDesk } from '../createDesk.ts'
import { createRelations, type TableSetup } from '../createRelations.ts'
import type { Answer, Host, Outcome } from '../execution.ts'
import type { DeskSettings } from '../relations.ts'
import { openSession } from '../sessions/sessions.ts'

/** What a statement came to. `waits`: it has not come to anything yet. */
export interface BenchAnswer {
  waits?: true
  columns?: string[]
  rows?: ResultValue[][]
  affected?: number
  error?: SqlError
  staleMicros?: number
}

export interface BenchTable {
  name: string
  /** As typed: `id int primary key`. */
  columns: string[]
  rows: number
  rowsPerPage?: number
}

export interface BenchOptions {
  dialect: Dialect
  parseSql: ParseSql
  parseColumn: ParseColumn
  isolation?: IsolationLevel
  tables?: BenchTable[]
  settings?: Partial<DeskSettings>
  /** What else the host does, or does in another way. */
  host?: Partial<Host>
}

export interface Bench extends Place {
  /** Facts told, in order. */
  facts: { fact: string; parameters: unknown }[]
  /** Runs a statement in a session, which is opened when it is first named. */
  run(session: string, text: string): BenchAnswer
  /** What a session that waited has come to since; `waits` if it still does. */
  answerOf(session: string): BenchAnswer
  /** PostgreSQL: the timers of all who wait fire, in the order in which they began. */
  lookForDeadlocks(): void
  giveUp(session: string): BenchAnswer
  sessionNumber(session: string): number
  waiting(): string[]
}

export const usualSettings: DeskSettings = {
  lockWaitTimeout: 50_000_000,
  deadlockTimeout: 1_000_000,
  lockTimeout: 0,
  ssiTuplesPerPage: 2,
  rollbackOnTimeout: false,
  scanRows: 200_000,
}

function setupOf({ dialect, parseColumn }: BenchOptions, table: BenchTable, firstPage: number) {
  const columns = table.columns.map(text => {
    const parsed = parseColumn(text, dialect)
    if (!parsed.ok) throw new Error(parsed.error.message)
    return parsed.definition
  })
  const { name, rows, rowsPerPage = 100 } = table
  return { name, rows, rowsPerPage, firstPage, columns, indexes: [] } satisfies TableSetup
}

/** What the bench keeps beside the state. */
interface Kept extends Place {
  options: BenchOptions
  /** Numbers of sessions by name. */
  numbers: Map<string, number>
  answers: Map<string, BenchAnswer>
  last: { lsn: number; page: number; transaction: number }
}

function createHost(last: Kept['last'], facts: Bench['facts'], options: BenchOptions): Host {
  return {
    now: 0,
    instance: 'writer',
    readPoint: null,
    touchPage: () => true,
    nextTransaction: () => ++last.transaction,
    writeRedo: () => ++last.lsn,
    allocatePage: () => ++last.page,
    tell: (fact, parameters) => facts.push({ fact, parameters }),
    ...options.host,
  }
}

function numberOf({ numbers, relations, desk, host, options }: Kept, session: string): number {
  const known = numbers.get(session)
  if (known !== undefined) return known
  const { isolation } = options
  const number = openSession(relations, desk, session, { isolation, now: host.now })
  numbers.set(session, number)
  return number
}

function answerOf({ answers }: Kept, session: string): BenchAnswer {
  return answers.get(session) ?? { waits: true }
}

/** An answer without what only the machine needs. */
export function shorten(answer: Answer): BenchAnswer {
  const { columns, rows, affected, error, staleMicros } = answer
  return {
    ...(columns && { columns }),
    ...(rows && { rows }),
    ...(affected !== undefined && { affected }),
    ...(error && { error }),
    ...(staleMicros !== undefined && { staleMicros }),
  }
}

/** Stops of one statement for pages and room. */
const mostStops = 10_000

/** What is missing is there when it is asked for again. */
function isPassing({ state }: Outcome): boolean {
  return ['commit', 'page', 'room', 'breath'].includes(state)
}

/** Commits at once, keeps an answer, and goes on with whoever has been woken. */
function settle(kept: Kept, number: number, first: Outcome): void {
  const { desk, numbers, answers, last } = kept
  const name = [...numbers].find(([, its]) => its === number)?.[0] ?? ''
  let outcome = first
  for (let stops = 0; isPassing(outcome); stops++) {
    if (stops > mostStops) throw new Error(`${name} stops for ever`)
    const isCommit = outcome.state === 'commit'
    outcome = isCommit ? endCommit(kept, number, { lsn: ++last.lsn }) : advance(kept, number)
  }
  if (outcome.state === 'answered') answers.set(name, shorten(outcome.answer))
  else if (outcome.state !== 'lock') throw new Error(`the bench has no ${outcome.state}`)
  for (const woken of takeWoken(desk)) settle(kept, woken, advance(kept, woken))
}

function begin({ relations, desk, host, options }: Kept, number: number, text: string): void {
  const [parsed] = options.parseSql(text, options.dialect)
  if (parsed === undefined) throw new Error('there is no statement in the text')
  const { now } = host
  if (!parsed.ok) return beginRefused(relations, desk, number, { text, error: parsed.error, now })
  const { statement } = parsed
  beginStatement(relations, desk, number, { statement, text: parsed.text, now })
}

function run(kept: Kept, session: string, text: string): BenchAnswer {
  const number = numberOf(kept, session)
  if (kept.desk.sessions.get(number)!.running !== null) throw new Error(`${session} still waits`)
  kept.answers.delete(session)
  kept.host.now += 1000
  begin(kept, number, text)
  settle(kept, number, advance(kept, number))
  return answerOf(kept, session)
}

function waiting({ desk }: Kept): string[] {
  const running = [...desk.sessions.values()].filter(session => session.running !== null)
  running.sort((one, other) => one.running!.since - other.running!.since)
  return running.map(({ name }) => name)
}

function lookForDeadlocks(kept: Kept): void {
  for (const session of waiting(kept)) {
    const number = numberOf(kept, session)
    if (kept.desk.sessions.get(number)!.running === null) continue
    const outcome = lookForDeadlock(kept, number)
    if (outcome !== null) settle(kept, number, outcome)
  }
}

function giveUp(kept: Kept, session: string): BenchAnswer {
  const number = numberOf(kept, session)
  settle(kept, number, giveUpWaiting(kept, number))
  return answerOf(kept, session)
}

export function createBench(options: BenchOptions): Bench {
  const last = { lsn: 0, page: 1_000_000, transaction: 0 }
  const facts: Bench['facts'] = []
  const host = createHost(last, facts, options)
  const setups = (options.tables ?? []).map((table, at) => setupOf(options, table, at * 100_000))
  const relations = createRelations(options.dialect, setups, host.allocatePage)
  const desk = createDesk({ ...usualSettings, ...options.settings })
  const place = { relations, desk, host }
  const kept: Kept = { ...place, options, numbers: new Map(), answers: new Map(), last }
  return {
    ...place,
    facts,
    run: (session, text) => run(kept, session, text),
    answerOf: session => answerOf(kept, session),
    lookForDeadlocks: () => lookForDeadlocks(kept),
    giveUp: session => giveUp(kept, session),
    sessionNumber: session => numberOf(kept, session),
    waiting: () => waiting(kept),
  }
}
