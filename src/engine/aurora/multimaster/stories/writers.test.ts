/** Stories: a writer dies and comes back, a read elsewhere, a change of a table, message counts. */
import { expect, test } from 'vitest'
import { digest } from '../../../digest.ts'
import { messageNumber } from '../../messageNumber.ts'
import {
  chainOf,
  type MmStage,
  playOn,
  runOn,
  setMmStage,
  tellMm,
  told,
} from '../../../testing/mmStage.ts'

const crash = { do: 'InjectFault', fault: 'InstanceCrash', target: 'w1' } as const
const heal = { do: 'HealFault', fault: 'InstanceCrash', target: 'w1' } as const

const busy = (writers: number) => ({
  writers,
  workload: Array.from({ length: writers }, (_, index) => ({
    id: `s${index + 1}`,
    on: `w${index + 1}`,
    kind: 'sessions' as const,
    sessions: 4,
    thinkMicros: 4_000,
    reads: 1,
    writes: 2,
  })),
})

test('T16: while one writer is dead the other goes on; its rows stay owned meanwhile', () => {
  const stage = setMmStage()
  runOn(stage, 1, { write: [1, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200, 220, 240, 260, 280] })
  playOn(stage, 20_000)
  tellMm(stage, crash)
  playOn(stage, 100_000)
  runOn(stage, 2, { write: [300] })
  playOn(stage, 100_000)
  expect(told(stage, 'TransactionCommitted')).toHaveLength(1)
  expect(told(stage, 'CommitsStalled')).toHaveLength(0)
  runOn(stage, 2, { write: [1] })
  playOn(stage, 5_000)
  expect(told(stage, 'TransactionRolledBack').at(-1)!.parameters).toMatchObject({
    cause: 'rowOwned',
    winner: 'w1',
  })
  tellMm(stage, heal)
  playOn(stage, 3_000_000)
  const statuses = told(stage, 'WriterStatusChanged').map(({ parameters }) => parameters.status)
  expect(statuses).toEqual(['offline', 'recovery', 'online'])
  expect(told(stage, 'WriterLogTruncated')).toHaveLength(1)
  expect(stage.mm.changes.free.length).toBe(stage.mm.changes.row.length)
  runOn(stage, 2, { write: [1] })
  playOn(stage, 100_000)
  expect(told(stage, 'TransactionCommitted').at(-1)!.parameters.application).toBe('s2')
  expect(Array.from(stage.mm.rows.base)).not.toContain(1)
})

test('T20: under load a writer dies and is healed, twice, and no law breaks', () => {
  const stage = setMmStage({ ...busy(3), parameters: { 'network.jitter': 200_000 } })
  for (let turn = 0; turn < 2; turn++) {
    playOn(stage, 200_000)
    tellMm(stage, crash)
    playOn(stage, 200_000)
    tellMm(stage, heal)
    playOn(stage, 1_300_000)
    expect(stage.mm.writers[0]!.status).toBe('online')
  }
  expect(stage.mm.writers[0]!.epoch).toBe(3)
  expect(stage.simulation.world.totals.committed).toBeGreaterThan(200)
})

test('D17: INSTANCE_RAW reads the old value with its age, REGIONAL_RAW waits and sees it', () => {
  const stage = setMmStage()
  runOn(stage, 1, { write: [1] })
  playOn(stage, 5_000)
  const [committed] = told(stage, 'TransactionCommitted')
  runOn(stage, 2, { read: [1] })
  playOn(stage, 2_000)
  const [old] = told(stage, 'RowRead')
  expect(old!.parameters.writtenBy).toBe(0)
  expect(old!.parameters.staleMicros).toBe(old!.at - committed!.at)
  runOn(stage, 2, { read: [1], mode: 'REGIONAL_RAW' })
  playOn(stage, 100_000)
  const [, right] = told(stage, 'RowRead')
  expect(right!.parameters).toMatchObject({
    writtenBy: committed!.parameters.transaction,
    staleMicros: 0,
  })
  const [waited] = told(stage, 'RegionalReadWaited')
  expect(waited!.parameters.waitedMicros).toBeGreaterThan(1_500)
  expect(waited!.parameters.waitedMicros).toBeLessThanOrEqual(30_750)
})

test('D18: REGIONAL_RAW waits for a dead writer only until it counts as offline', () => {
  const stage = setMmStage()
  tellMm(stage, crash)
  playOn(stage, 1_000)
  runOn(stage, 2, { read: [1], mode: 'REGIONAL_RAW' })
  playOn(stage, 2_000_000)
  expect(told(stage, 'RowRead')).toHaveLength(0)
  playOn(stage, 2_000_000)
  expect(told(stage, 'RowRead')).toHaveLength(1)
})

test('D23: DDL goes to the owner, cuts who uses the table, and ends when all have it', () => {
  const stage = setMmStage(busy(3))
  playOn(stage, 100_000)
  tellMm(stage, { do: 'RunDdl', on: 'w3', table: 'account' })
  playOn(stage, 500_000)
  const [started] = told(stage, 'DdlStarted')
  const [ended] = told(stage, 'DdlEnded')
  expect(started!.parameters).toMatchObject({ asked: 'w3', owner: 'w1' })
  expect(ended!.parameters.tookMicros).toBe(30_000 + 1_500)
  expect(ended!.parameters.cut).toBeGreaterThan(0)
  expect(told(stage, 'ConnectionLost').length).toBe(ended!.parameters.cut)
  expect(stage.mm.ddl.fenced.every(its => its === 0)).toBe(true)
  const after = told(stage, 'TransactionCommitted').filter(({ at }) => at > ended!.at)
  expect(after.length).toBeGreaterThan(20)
})

test('D22: with its owner dead, the lowest writer that is online owns DDL', () => {
  const stage = setMmStage({ writers: 3 })
  tellMm(stage, crash)
  playOn(stage, 4_000_000)
  expect(told(stage, 'DdlOwnerChanged')[0]!.parameters.instance).toBe('w2')
  tellMm(stage, { do: 'RunDdl', on: 'w3', table: 'account' })
  playOn(stage, 200_000)
  expect(told(stage, 'DdlEnded')).toHaveLength(1)
})

/** Messages of these kinds that were sent. */
function countSent(writers: number): number {
  const stage = setMmStage({ writers })
  const counted: number[] = [
    messageNumber.Propose,
    messageNumber.Vote,
    messageNumber.Finalize,
    messageNumber.Redo,
  ]
  const seen = new Set<number>()
  runOn(stage, 1, { write: [1] })
  const { world } = stage.simulation
  const firstProposal = 1
  for (let step = 0; step < 2_000; step++) {
    playOn(stage, 20)
    const { messages } = world.network
    for (let slot = 1; slot < messages.usedRows; slot++) {
      const kind = messages.kind[slot]!
      if (messages.flags[slot] === 0 || !counted.includes(kind)) continue
      const isOfChange =
        kind === messageNumber.Redo ? messages.e[slot] === 0 : messages.b[slot] === firstProposal
      if (isOfChange) seen.add(messages.id[slot]!)
    }
  }
  return seen.size
}

test.each([
  [2, 19],
  [3, 20],
  [4, 21],
])('T3: with %i writers a page change costs %i messages', (writers, count) => {
  expect(countSent(writers)).toBe(count)
})

function digestOf(stage: MmStage): string {
  return digest(stage.simulation)
}

test('a run is the same whether anybody listens or not', () => {
  const runs = [0, 1].map(() => {
    const stage = setMmStage({ ...busy(3), parameters: { 'network.jitter': 200_000 } })
    playOn(stage, 200_000)
    return stage
  })
  const silent = setMmStage({ ...busy(3), parameters: { 'network.jitter': 200_000 } })
  silent.simulation.listener = null
  silent.simulation.context.isListening = false
  playOn(silent, 200_000)
  expect(digestOf(runs[0]!)).toBe(digestOf(runs[1]!))
  expect(digestOf(runs[0]!)).toBe(digestOf(silent))
  const [rolledBack] = told(runs[0]!, 'TransactionRolledBack')
  expect(chainOf(runs[0]!, rolledBack!).at(-1)).toBe('TransactionBegan')
})
