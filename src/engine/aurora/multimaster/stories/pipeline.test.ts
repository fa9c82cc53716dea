/** Stories: statements that do not wait for their verdicts, and what is undone with one of them. */
import { expect, test } from 'vitest'
import { playOn, runOn, setMmStage, tellMm, told } from '../../../testing/mmStage.ts'

const pipelined = { 'multiMaster.choicePipelined': 1, 'client.retryTries': 0 }

function latencyOf(parameters: Record<string, number>): number {
  const stage = setMmStage({ parameters })
  runOn(stage, 1, { write: [1, 40, 80, 120] })
  playOn(stage, 100_000)
  return told(stage, 'TransactionCommitted')[0]!.parameters.latencyMicros
}

test('T31: changes of several pages are proposed at once, and the commit waits for all', () => {
  const stage = setMmStage({ parameters: pipelined })
  runOn(stage, 1, { write: [1, 40, 80, 120] })
  playOn(stage, 100_000)
  const sent = told(stage, 'ProposalSent').slice(0, 4)
  expect(new Set(sent.map(({ at }) => at)).size).toBe(1)
  expect(told(stage, 'CommitWritten')[0]!.at).toBeGreaterThan(sent[0]!.at + 1_500)
  expect(latencyOf(pipelined)).toBeLessThan(latencyOf({}) - 3_000)
})

test('T31: a change that builds on one without a verdict is sent when that is there', () => {
  const stage = setMmStage({ parameters: pipelined })
  runOn(stage, 1, { write: [1, 2, 3] })
  playOn(stage, 1_500)
  const { proposals } = stage.mm
  expect([1, 2, 3].map(number => proposals[number]!.after)).toEqual([[], [1], [1, 2]])
  expect([1, 2, 3].map(number => proposals[number]!.base)).toEqual([1, 2, 3])
  playOn(stage, 100_000)
  expect(stage.mm.pages.version[0]).toBe(4)
  expect(told(stage, 'TransactionCommitted')).toHaveLength(1)
  expect(stage.mm.writers[0]!.pending).toEqual([])
})

test('T32: with a refused change go those that build on it, and their transactions', () => {
  const workload = [{ id: 's1' }, { id: 's2' }, { id: 's3' }]
  const stage = setMmStage({ workload, parameters: pipelined })
  const run = (session: string, on: string, write: number[]) =>
    tellMm(stage, { do: 'RunTransaction', session, on, table: 'account', write })
  run('s3', 'w2', [1])
  playOn(stage, 300)
  run('s1', 'w1', [2, 40])
  run('s2', 'w1', [3])
  playOn(stage, 200_000)
  const rolledBack = told(stage, 'TransactionRolledBack')
  expect(rolledBack.map(its => its.parameters.application).sort()).toEqual(['s1', 's2'])
  for (const { parameters } of rolledBack) expect(parameters).toMatchObject({ winner: 'w2' })
  expect(told(stage, 'TransactionCommitted')).toHaveLength(1)
  expect(stage.mm.changes.free.length).toBe(stage.mm.changes.row.length)
  expect(stage.mm.transactions.every(({ serial }) => serial === 0)).toBe(true)
  expect(stage.mm.pages.version[5]).toBe(3)
})

test('T32: a writer that dies with changes in the pipeline leaves nothing open', () => {
  for (let at = 500; at < 9_000; at += 700) {
    const stage = setMmStage({ parameters: pipelined })
    runOn(stage, 1, { write: [1, 2, 40, 3, 80] })
    playOn(stage, at)
    tellMm(stage, { do: 'InjectFault', fault: 'InstanceCrash', target: 'w1' })
    playOn(stage, 20_000)
    tellMm(stage, { do: 'HealAll' })
    playOn(stage, 4_000_000)
    expect(stage.mm.writers[0]!.status).toBe('online')
    expect(stage.mm.transactions.filter(({ serial }) => serial > 0)).toEqual([])
    expect(stage.mm.segments.flatMap(({ open }) => open)).toEqual([])
  }
})
