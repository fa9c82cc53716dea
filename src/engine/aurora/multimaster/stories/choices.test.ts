/** Stories: what happens by either choice where the sources on Multi-Master are silent. */
import { expect, test } from 'vitest'
import type { ParameterName } from '../../../contract/parameters.ts'
import { playOn, runOn, setMmStage, tellMm, told } from '../../../testing/mmStage.ts'
import type { MmCast, MmStage } from '../../../testing/mmStage.ts'

const crash = { do: 'InjectFault', fault: 'InstanceCrash', target: 'w1' } as const
const manyRows = Array.from({ length: 15 }, (_, index) => 1 + 20 * index)

function stageWith(choice: ParameterName | null, cast: MmCast = {}): MmStage {
  const parameters = { ...cast.parameters, ...(choice ? { [choice]: 1 } : {}) }
  return setMmStage({ ...cast, parameters })
}

/** From the refusal to the client's error, in µs. */
function errorAfter(choice: ParameterName | null): number {
  const stage = stageWith(choice)
  runOn(stage, 2, { write: [1, 20, 41, 60, 81] })
  runOn(stage, 1, { write: [82] })
  playOn(stage, 500_000)
  const refused = told(stage, 'TransactionRolledBack').find(
    ({ parameters }) => parameters.application === 's2',
  )!
  const planned = told(stage, 'RetryPlanned').find(({ at }) => at > refused.at)!
  return planned.at - refused.at
}

test('T13: 1213 comes at once, or by the other choice when all is undone', () => {
  const atOnce = errorAfter(null)
  expect(atOnce).toBe(250)
  expect(errorAfter('multiMaster.choiceErrorAfterUndo')).toBeGreaterThan(atOnce + 4 * 1_500)
})

test.each([null, 'multiMaster.choiceSurvivorsUndo' as const])(
  'T16: rows of a dead writer are owned until its recovery, or a survivor undoes for it (%s)',
  choice => {
    const stage = stageWith(choice)
    runOn(stage, 1, { write: manyRows })
    playOn(stage, 20_000)
    tellMm(stage, crash)
    playOn(stage, 5_000_000)
    runOn(stage, 2, { write: [1] })
    playOn(stage, 1_000_000)
    const taken = told(stage, 'UndoTakenOver')
    const committed = told(stage, 'TransactionCommitted')
    expect(taken).toHaveLength(choice ? 1 : 0)
    expect(committed).toHaveLength(choice ? 1 : 0)
    tellMm(stage, { do: 'HealAll' })
    playOn(stage, 3_000_000)
    expect(stage.mm.writers[0]!.status).toBe('online')
    expect(stage.mm.transactions.filter(({ serial }) => serial > 0)).toEqual([])
    expect(stage.mm.changes.free.length).toBe(stage.mm.changes.row.length)
  },
)

test('D18: cut off from a peer a REGIONAL_RAW read waits, or by the other choice gives up', () => {
  const read = (choice: ParameterName | null) => {
    const stage = stageWith(choice)
    tellMm(stage, { do: 'InjectFault', fault: 'LinkCut', target: 'w1<>w2' })
    runOn(stage, 2, { read: [1], mode: 'REGIONAL_RAW' })
    playOn(stage, 5_000_000)
    return stage
  }
  const patient = read(null)
  expect(told(patient, 'RegionalReadFailed')).toHaveLength(0)
  expect(told(patient, 'RowRead')).toHaveLength(0)
  tellMm(patient, { do: 'HealAll' })
  playOn(patient, 200_000)
  expect(told(patient, 'RowRead')).toHaveLength(1)

  const hasty = read('multiMaster.choiceProbeFailsFast')
  expect(told(hasty, 'RegionalReadFailed')[0]!.parameters.waitedMicros).toBe(1_000_000)
  expect(hasty.simulation.world.applications[1]!.lastErrorCode).toBe(1317)
})

test('C6: a row that another writer owns gives 1213, or by choice waits for its end', () => {
  const change = (choice: ParameterName | null) => {
    const stage = stageWith(choice)
    runOn(stage, 1, { write: manyRows })
    playOn(stage, 40_000)
    runOn(stage, 2, { write: [1] })
    playOn(stage, 300_000)
    return stage
  }
  expect(told(change(null), 'TransactionRolledBack')[0]!.parameters.cause).toBe('rowOwned')
  const waiting = change('multiMaster.choiceOwnedRowWaits')
  expect(told(waiting, 'TransactionRolledBack')).toEqual([])
  const [first, second] = told(waiting, 'TransactionCommitted')
  expect(second!.parameters.latencyMicros).toBeGreaterThan(20_000)
  expect(second!.at - first!.at).toBeGreaterThan(30_000)
})

test('C6: who waits for a dead writer’s row gets 1213 after the time of a lock wait', () => {
  const stage = stageWith('multiMaster.choiceOwnedRowWaits', {
    parameters: { 'instance.lockWaitTimeout': 2_000_000, 'client.retryTries': 0 },
  })
  runOn(stage, 1, { write: manyRows })
  playOn(stage, 20_000)
  tellMm(stage, crash)
  playOn(stage, 100_000)
  runOn(stage, 2, { write: [1] })
  playOn(stage, 1_900_000)
  expect(told(stage, 'TransactionRolledBack')).toEqual([])
  playOn(stage, 200_000)
  expect(told(stage, 'TransactionRolledBack')[0]!.parameters.cause).toBe('rowOwned')
})

test('C6: a cycle of waits between writers is not found; the time of a lock wait ends it', () => {
  const stage = stageWith('multiMaster.choiceOwnedRowWaits', {
    parameters: { 'instance.lockWaitTimeout': 2_000_000, 'client.retryTries': 0 },
  })
  const between = (first: number) => Array.from({ length: 19 }, (_, index) => first + 8 * index)
  runOn(stage, 1, { write: [1, ...between(9), 313] })
  runOn(stage, 2, { write: [313, ...between(161), 1] })
  playOn(stage, 1_900_000)
  expect(told(stage, 'TransactionCommitted')).toEqual([])
  expect(told(stage, 'TransactionRolledBack')).toEqual([])
  playOn(stage, 1_000_000)
  expect(told(stage, 'TransactionRolledBack').map(its => its.parameters.cause)).toContain(
    'rowOwned',
  )
})

test('D19: a change of a table under DDL waits, or by the other choice is refused', () => {
  const change = (choice: ParameterName | null) => {
    const stage = stageWith(choice, { parameters: { 'client.retryTries': 0 } })
    tellMm(stage, { do: 'RunDdl', on: 'w1', table: 'account' })
    playOn(stage, 2_000)
    runOn(stage, 1, { write: [1] })
    playOn(stage, 200_000)
    return stage
  }
  const waiting = change(null)
  expect(told(waiting, 'WriteRefused')).toEqual([])
  expect(told(waiting, 'TransactionCommitted')[0]!.at).toBeGreaterThan(31_000)
  const refused = change('multiMaster.choiceDdlRefuses')
  expect(told(refused, 'WriteRefused')[0]!.parameters).toMatchObject({
    because: 'ddl',
    code: 1412,
  })
  expect(told(refused, 'TransactionCommitted')).toEqual([])
  expect(refused.simulation.world.applications[0]!.lastErrorCode).toBe(1412)
})

/** What w3 sees of a change by w1 and one of w2 that came after it, while w1's redo is held up. */
function seenAtThird(choice: ParameterName | null) {
  const stage = stageWith(choice, { writers: 3 })
  tellMm(stage, { do: 'InjectFault', fault: 'LinkCut', target: 'w1<>w3' })
  runOn(stage, 1, { write: [1] })
  playOn(stage, 50_000)
  runOn(stage, 2, { read: [1], write: [101] })
  playOn(stage, 100_000)
  const committed = told(stage, 'TransactionCommitted')
  const [first, second] = committed.map(its => its.parameters.transaction)
  runOn(stage, 3, { read: [1, 101] })
  playOn(stage, 10_000)
  const seen = told(stage, 'RowRead')
    .slice(-2)
    .map(its => its.parameters.writtenBy)
  return { first, second, seen, stage }
}

test('D14: redo keeps its writer’s order; by choice no effect comes before its cause', () => {
  const plain = seenAtThird(null)
  expect(plain.seen).toEqual([0, plain.second])
  const causal = seenAtThird('multiMaster.choiceCausalRedo')
  expect(causal.seen).toEqual([0, 0])
  tellMm(causal.stage, { do: 'HealAll' })
  playOn(causal.stage, 200_000)
  runOn(causal.stage, 3, { read: [1, 101] })
  playOn(causal.stage, 10_000)
  const seen = told(causal.stage, 'RowRead')
    .slice(-2)
    .map(its => its.parameters.writtenBy)
  expect(seen).toEqual([causal.first, causal.second])
})

test('T13: a refused page is evicted and read anew, or by the other choice waits for redo', () => {
  const refusals = (choice: ParameterName | null) => {
    const stage = stageWith(choice, { parameters: { 'client.retryTries': 20 } })
    runOn(stage, 1, { write: [1] })
    playOn(stage, 6_000)
    runOn(stage, 2, { write: [2] })
    playOn(stage, 1_000_000)
    expect(told(stage, 'TransactionCommitted')).toHaveLength(2)
    return {
      refused: told(stage, 'TransactionRolledBack').length,
      evicted: told(stage, 'PageEvicted').length,
    }
  }
  expect(refusals(null)).toEqual({ refused: 1, evicted: 1 })
  const stays = refusals('multiMaster.choiceRefusedStays')
  expect(stays.evicted).toBe(0)
  expect(stays.refused).toBeGreaterThan(1)
})
