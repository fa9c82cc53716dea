/** Typed SQL on example frames: sessions in every state, waits, pages with locks. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { LockView, SqlSessionView, SqlView } from '../../../engine/contract/sqlView.ts'

export function exampleSession(
  name: string,
  state: SqlSessionView['state'],
  holders: string[] = [],
): SqlSessionView {
  const resource = 'account id 1'
  return {
    name,
    on: 'w1',
    isolation: 'repeatable read',
    state,
    transaction: state === 'idle' ? 0 : 7,
    text: 'UPDATE account SET balance = 1 WHERE id = 1',
    since: 1_000,
    waitsFor: holders.length === 0 ? null : { what: 'lock', resource, holders },
    rowsChanged: 1,
    lastError: null,
  }
}

export function exampleLock(session: string, page: number, isGranted = true): LockView {
  const place = { table: 'account', index: 'PRIMARY', key: 'id 1' }
  return { session, transaction: 7, ...place, mode: 'X', isGranted, page }
}

export function exampleSql(sessions: SqlSessionView[], locks: LockView[] = []): SqlView {
  const waits = sessions.flatMap(({ name, waitsFor }) =>
    (waitsFor?.holders ?? []).map(holder => ({
      session: name,
      holder,
      resource: waitsFor?.resource ?? '',
      mode: 'X',
      since: 1_000,
    })),
  )
  return {
    dialect: 'mysql-8.0',
    sessions,
    locks,
    lockCount: locks.length,
    waits,
    readViews: [],
    tables: [],
    lastCycle: null,
  }
}

const many = ['ann', 'bob', 'cat', 'dan', 'eve', 'a session with a long name', 'hal']

/** By what they show. */
export const sqlSituations: Record<string, SqlView> = {
  'nobody has typed': exampleSql([]),
  'two sessions, one waits': exampleSql(
    [exampleSession('ann', 'inTransaction'), exampleSession('bob', 'waiting', ['ann'])],
    [exampleLock('ann', 12), exampleLock('bob', 12, false)],
  ),
  'every state': exampleSql(
    (['idle', 'inTransaction', 'running', 'aborted', 'lost'] as const).map((state, index) =>
      exampleSession(many[index] ?? '', state),
    ),
  ),
  'many wait, many pages': exampleSql(
    many.map((name, index) =>
      exampleSession(name, index === 0 ? 'inTransaction' : 'waiting', index === 0 ? [] : ['ann']),
    ),
    many.map((name, index) => exampleLock(name, 1_000 + index, index % 2 === 0)),
  ),
}

export function withSqlView(frame: Frame, sql: SqlView): Frame {
  return { ...frame, sql, actors: [...frame.actors, 'consoles'] }
}
