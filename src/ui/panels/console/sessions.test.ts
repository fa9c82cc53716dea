/** The columns of the console, names for new ones, and who is busy. */
import { expect, it } from 'vitest'
import type { StatementRecord } from '../../../engine/contract/sql.ts'
import { begunBy, busySessions, columnsOf, freeName } from './sessions.ts'

const own = [
  { name: 'ann', on: null, level: null },
  { name: 'bob', on: 'r1', level: null },
]

it('has a column for each session opened here or in the run, none for closed ones', () => {
  const running = ['setup', 'bob', 'cat', 'dan'].map(name => ({ name }))
  expect(columnsOf(own, ['dan'], running).map(({ name }) => name)).toEqual(['ann', 'bob', 'cat'])
})

it('begins with the sessions of the story, or with two', () => {
  const types = (session: string) => ({ at: '1ms', do: 'RunSql' as const, session, text: 'BEGIN' })
  const script = [types('setup'), types('eve'), types('dan'), types('eve')]
  expect(begunBy({ script }).sessions?.map(({ name }) => name)).toEqual(['eve', 'dan'])
  expect(begunBy({})).toEqual({})
})

it('gives a new session a name that nobody has', () => {
  expect(freeName(new Set(['ann', 'bob']))).toBe('cat')
  const all = new Set(['ann', 'bob', 'cat', 'dan', 'eve', 'fay', 'gus', 'hal', 'session 9'])
  expect(freeName(all)).toBe('session 10')
})

it('calls a session busy as long as one of its statements is not answered', () => {
  const record = (session: string, finishedAt: number | null) =>
    ({ session, finishedAt }) as StatementRecord
  expect([...busySessions([record('ann', 5), record('bob', null)])]).toEqual(['bob'])
})
