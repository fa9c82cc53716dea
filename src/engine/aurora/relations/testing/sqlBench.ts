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
import type { Host, Outcome } from '../execution.ts'
import type { DeskSettings } from '../relations.ts'
import { openSession } from '../sessions/sessions.ts'

/** What a statement came to. `waits`: it has not come to anything yet. */
export interface BenchAnswer {
  waits?: true
  columns?: string[]
  rows?: ResultValue[][]
  affected?: number
  error?: SqlError
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

const usual: DeskSettings = {
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

export function createBench(options: BenchOptions): Bench {
  const { dialect, parseSql, isolation } = options
  let [lsn, page, transaction] = [0, 1_000_000, 0]
  const facts: Bench['facts'] = []
  const host: Host = {
    now: 0,
    instance: 'writer',
    readPoint: null,
    touchPage: () => true,
    nextTransaction: () => ++transaction,
    writeRedo: () => ++lsn,
    allocatePage: () => page++,
    tell: (fact, parameters) => facts.push({ fact, parameters }),
    ...options.host,
  }
  const setups = (options.tables ?? []).map((table, at) => setupOf(options, table, at * 100_000))
  const relations = createRelations(dialect, setups, () => page++)
  const desk = createDesk({ ...usual, ...options.settings })
  const place = { relations, desk, host }
  const numbers = new Map<string, number>()
  const answers = new Map<string, BenchAnswer>()

  function sessionNumber(session: string): number {
    const known = numbers.get(session)
    if (known !== undefined) return known
    const number = openSession(relations, desk, session, { isolation, now: host.now })
    numbers.set(session, number)
    return number
  }

  function nameOf(number: number): string {
    return [...numbers].find(([, its]) => its === number)?.[0] ?? ''
  }

  function settle(number: number, first: Outcome): void {
    let outcome = first
    while (outcome.state === 'commit') outcome = endCommit(place, number, ++lsn)
    if (outcome.state === 'answered') {
      const { columns, rows, affected, error } = outcome.answer
      answers.set(nameOf(number), {
        ...(columns && { columns }),
        ...(rows && { rows }),
        ...(affected !== undefined && { affected }),
        ...(error && { error }),
      })
    } else if (outcome.state !== 'lock') throw new Error(`the bench cannot ${outcome.state}`)
    for (const woken of takeWoken(desk)) settle(woken, advance(place, woken))
  }

  function answerOf(session: string): BenchAnswer {
    return answers.get(session) ?? { waits: true }
  }

  function run(session: string, text: string): BenchAnswer {
    const number = sessionNumber(session)
    if (desk.sessions.get(number)!.running !== null) throw new Error(`${session} still waits`)
    answers.delete(session)
    host.now += 1000
    const now = host.now
    const [parsed] = parseSql(text, dialect)
    if (parsed === undefined) throw new Error('no statement')
    if (parsed.ok) {
      const { statement } = parsed
      beginStatement(relations, desk, number, { statement, text: parsed.text, now })
    } else beginRefused(relations, desk, number, { text, error: parsed.error, now })
    settle(number, advance(place, number))
    return answerOf(session)
  }

  function waiting(): string[] {
    const running = [...desk.sessions.values()].filter(({ running }) => running !== null)
    running.sort((one, other) => one.running!.since - other.running!.since)
    return running.map(({ name }) => name)
  }

  function lookForDeadlocks(): void {
    for (const session of waiting()) {
      const number = sessionNumber(session)
      if (desk.sessions.get(number)!.running === null) continue
      const outcome = lookForDeadlock(place, number)
      if (outcome !== null) settle(number, outcome)
    }
  }

  function giveUp(session: string): BenchAnswer {
    settle(sessionNumber(session), giveUpWaiting(place, sessionNumber(session)))
    return answerOf(session)
  }

  return {
    ...place,
    facts,
    run,
    answerOf,
    lookForDeadlocks,
    giveUp,
    sessionNumber,
    waiting,
  }
}
