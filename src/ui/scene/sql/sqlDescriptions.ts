/** What the signs of typed SQL say to those who do not see them. */
import type { SqlSessionView, SqlView } from '../../../engine/contract/sqlView.ts'
import { formatTime } from '../../../words/formatNumbers.ts'
import { heldPages } from './lockedPages.ts'

export interface SqlDescription {
  id: string
  text: string
}

const states: Record<SqlSessionView['state'], string> = {
  idle: 'has no transaction',
  inTransaction: 'has a transaction open',
  running: 'runs a statement',
  waiting: 'waits',
  aborted: 'has a transaction that failed',
  lost: 'has lost its connection',
}

function sessionText({ name, on, state, waitsFor, staleMicros = 0 }: SqlSessionView): string {
  const where = on === '' ? '' : ` at ${on}`
  const age = staleMicros > 0 ? `, what it read was ${formatTime(staleMicros)} behind` : ''
  if (state !== 'waiting' || waitsFor?.what !== 'lock')
    return `Session ${name}${where} ${states[state]}${age}`
  return `Session ${name}${where} waits for ${waitsFor.holders.join(' and ')}: ${waitsFor.resource}`
}

export function sqlDescriptions(sql: SqlView): SqlDescription[] {
  const sessions = sql.sessions.map(session => ({ id: session.name, text: sessionText(session) }))
  const pages = heldPages(sql).map(({ page, on, holders, waiters }) => {
    const waiting = waiters.length === 0 ? '' : `, ${waiters.join(' and ')} waits`
    const where = on === '' ? `${page}` : `${page} at ${on}`
    const alone = on === '' ? '' : ' alone'
    const text = `Page ${where}${alone}: locked by ${holders.join(' and ')}${waiting}`
    return { id: `page ${where}`, text }
  })
  return [...sessions, ...pages]
}
