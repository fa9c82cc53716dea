/** Dealing steps: who is busy is passed over, and it is told when all wait. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { Command } from '../../../engine/contract/commands.ts'
import type { StatementRecord } from '../../../engine/contract/sql.ts'
import type { Playback } from '../../../workers/api.ts'
import { type Engine, engineStore } from '../../store/engineStore.ts'
import { consoleStore, planned, startConsole } from './consoleStore.ts'
import { runAll, runNext, runTyped } from './runSteps.ts'

type RunSql = Extract<Command, { do: 'RunSql' }>

/** Statements that hold the word WAIT are not answered until `release` is called. */
function createFakeEngine() {
  const records: StatementRecord[] = []
  const given: RunSql[] = []
  let releases = 0
  const engine = {
    command: async (command: RunSql) => {
      given.push(command)
      const isOpen = command.text.includes('WAIT')
      records.push({
        session: command.session,
        on: 'w1',
        text: command.text,
        submittedAt: 10 + given.length,
        finishedAt: isOpen ? null : 20 + given.length,
        status: isOpen ? 'waiting' : 'ok',
      })
      return { accepted: true }
    },
    settleSql: async () => {
      const open = records.find(({ finishedAt }) => finishedAt === null)
      if (releases > 0 && open !== undefined) {
        releases -= 1
        open.finishedAt = 99
      }
      return { isSettled: true }
    },
    statements: async () => records.map(record => ({ ...record })),
  }
  const release = (count: number) => {
    releases = count
  }
  return { engine: engine as unknown as Engine, given, release }
}

let fake = createFakeEngine()

beforeEach(() => {
  fake = createFakeEngine()
  const playback = { at: 10, isPlaying: false } as Playback
  engineStore.setState({ engine: fake.engine, playback })
  startConsole()
})

function plan(...steps: [session: string, sql: string][]): void {
  consoleStore.setState({ planned: steps.map(([session, sql]) => planned(session, sql)) })
}

function givenTexts(): string[] {
  return fake.given.map(({ session, text }) => `${session}: ${text}`)
}

describe('dealing', () => {
  it('gives one step at a time, in order, and keeps what was played', async () => {
    plan(['ann', 'BEGIN'], ['bob', 'BEGIN'])
    await runNext()
    expect(givenTexts()).toEqual(['ann: BEGIN'])
    const { planned: rest, played, isRunning } = consoleStore.getState()
    expect([rest.length, played.length, isRunning]).toEqual([1, 1, false])
  })

  it('passes over the steps of a session that waits', async () => {
    plan(['ann', 'WAIT'], ['ann', 'COMMIT'], ['bob', 'COMMIT'])
    await runNext()
    await runNext()
    expect(givenTexts()).toEqual(['ann: WAIT', 'bob: COMMIT'])
    expect(consoleStore.getState().planned.map(({ sql }) => sql)).toEqual(['COMMIT'])
  })

  it('lets time go on when all wait, and gives the step of who is released', async () => {
    plan(['ann', 'WAIT'], ['ann', 'COMMIT'])
    await runNext()
    fake.release(1)
    await runAll()
    expect(givenTexts()).toEqual(['ann: WAIT', 'ann: COMMIT'])
    expect(consoleStore.getState().note).toBe('')
  })

  it('tells so and stops when all wait and nobody is released', async () => {
    plan(['ann', 'WAIT'], ['ann', 'COMMIT'])
    await runAll()
    expect(givenTexts()).toEqual(['ann: WAIT'])
    expect(consoleStore.getState().note).toMatch(/is waiting/)
  })
})

describe('typing', () => {
  it('says what the engine does not want to do, and is ready for more', async () => {
    const refusal = 'The lesson holds back what comes next.'
    fake.engine.settleSql = () => Promise.reject(new Error(refusal))
    expect(await runTyped('ann', 'SELECT 1')).toBeNull()
    expect(consoleStore.getState()).toMatchObject({ note: refusal, isRunning: false })
  })

  it('says where to connect once, and answers with the records of that session', async () => {
    consoleStore.setState({ sessions: [{ name: 'ann', on: 'r1', level: null }] })
    const records = await runTyped('ann', 'SELECT 1')
    expect(records?.map(({ text }) => text)).toEqual(['SELECT 1'])
    await runTyped('ann', 'SELECT 2')
    expect(fake.given.map(({ on }) => on)).toEqual(['r1', undefined])
  })
})
