/** The columns of the console: sessions opened here, and those that the run itself has. */
import type { Scenario } from '../../../engine/contract/scenario.ts'
import type { StatementRecord } from '../../../engine/contract/sql.ts'
import type { SqlSessionView } from '../../../engine/contract/sqlView.ts'
import type { ConsoleSession } from './consoleStore.ts'
import { setupSession } from './transcript.ts'

/** The sessions that a story types in have their columns from its beginning. */
export function begunBy({ script = [] }: Pick<Scenario, 'script'>): {
  sessions?: ConsoleSession[]
} {
  const names = script.flatMap(entry => (entry.do === 'RunSql' ? [entry.session] : []))
  const sessions = [...new Set(names)]
    .filter(name => name !== setupSession)
    .map(name => ({ name, on: null, level: null }))
  return sessions.length === 0 ? {} : { sessions }
}

/** More columns than this would be too narrow to read. */
export const mostSessions = 8

/** Both in order; a session of the run that was closed here stays away. */
export function columnsOf(
  own: readonly ConsoleSession[],
  closed: readonly string[],
  running: readonly Pick<SqlSessionView, 'name'>[],
): ConsoleSession[] {
  const away = new Set([setupSession, ...closed, ...own.map(({ name }) => name)])
  const others = running.filter(({ name }) => !away.has(name))
  return [...own, ...others.map(({ name }) => ({ name, on: null, level: null }))]
}

const usual = ['ann', 'bob', 'cat', 'dan', 'eve', 'fay', 'gus', 'hal']

/** A name that nobody has. */
export function freeName(taken: ReadonlySet<string>): string {
  const name = usual.find(its => !taken.has(its))
  if (name !== undefined) return name
  let number = taken.size + 1
  while (taken.has(`session ${number}`)) number += 1
  return `session ${number}`
}

/** Sessions with a statement that is not answered. */
export function busySessions(records: readonly StatementRecord[]): Set<string> {
  const open = records.filter(({ finishedAt }) => finishedAt === null)
  return new Set(open.map(({ session }) => session))
}
