/** Stories of losses (reference §2.6): copies, zones, links, votes, clients; DDL in a queue. */
import { expect, test } from 'vitest'
import { linkOf } from '../../../kernel/network.ts'
import { playOn, runOn, setMmStage, tellMm, told } from '../../../testing/mmStage.ts'
import type { MmCast, MmStage } from '../../../testing/mmStage.ts'
import { setReadOnly } from '../readOnly.ts'

const inject = { do: 'InjectFault' } as const
const healAll = { do: 'HealAll' } as const
const nodes = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2']

function crashNodes(stage: MmStage, names: string[]): void {
  for (const name of names) tellMm(stage, { ...inject, fault: 'NodeCrash', target: `node-${name}` })
}

function teams(rows: number, sessions: number, thinkMicros: number): MmCast {
  return {
    rows,
    workload: [1, 2].map(index => ({
      id: `t${index}`,
      on: `w${index}`,
      kind: 'sessions' as const,
      sessions,
      thinkMicros,
      reads: 1,
      writes: 1,
    })),
  }
}

function errorsOf({ simulation }: MmStage): number {
  return simulation.world.applications.reduce((sum, { errors }) => sum + errors, 0)
}

test('T8: with one node or a zone down commits go on', () => {
  for (const lost of [['a1'], ['b1', 'b2']]) {
    const stage = setMmStage()
    crashNodes(stage, lost)
    runOn(stage, 1, { write: [1] })
    playOn(stage, 100_000)
    expect(told(stage, 'TransactionCommitted')).toHaveLength(1)
  }
})

test('T8: with three copies down a write stalls without an error, until one is back', () => {
  const stage = setMmStage({ workload: [{ id: 's1' }, { id: 's2' }] })
  crashNodes(stage, ['a1', 'a2', 'b1'])
  runOn(stage, 1, { write: [1] })
  runOn(stage, 2, { read: [1] })
  playOn(stage, 3_000_000)
  expect(told(stage, 'TransactionRolledBack')).toEqual([])
  expect(told(stage, 'RowRead')).toHaveLength(1)
  expect(errorsOf(stage)).toBe(0)
  expect(told(stage, 'CommitsStalled')[0]!.parameters.because).toBe('noWriteQuorum')
  tellMm(stage, { do: 'HealFault', fault: 'NodeCrash', target: 'node-a1' })
  playOn(stage, 200_000)
  const applications = told(stage, 'TransactionCommitted').map(its => its.parameters.application)
  expect(applications.sort()).toEqual(['s1', 's2'])
})

test('T8: a zone and one more: cold reads are answered, writes wait', () => {
  const stage = setMmStage({ zones: [1, 2, 1, 2] })
  tellMm(stage, { ...inject, fault: 'AzOutage', target: 'az-a' })
  crashNodes(stage, ['b1'])
  stage.mm.writers[0]!.cache[0] = 0
  runOn(stage, 1, { read: [1] })
  runOn(stage, 2, { write: [2] })
  playOn(stage, 500_000)
  expect(told(stage, 'RowRead')).toHaveLength(1)
  expect(told(stage, 'TransactionRolledBack')).toEqual([])
  tellMm(stage, healAll)
  playOn(stage, 500_000)
  expect(told(stage, 'TransactionCommitted').length).toBe(2)
})

test('D16: peers cut off from each other: lag and stale bases climb, one truth stays', () => {
  const share = (isCut: boolean) => {
    const stage = setMmStage(teams(8, 1, 250_000))
    playOn(stage, 1_000_000)
    if (isCut) tellMm(stage, { ...inject, fault: 'LinkCut', target: 'w1<>w2' })
    const before = { ...stage.mm.conflicts }
    playOn(stage, 15_000_000)
    const { writers, conflicts } = stage.mm
    const behind = writers[0]!.lastPlace - writers[1]!.applied[0]!
    return { stage, behind, stale: conflicts.staleBase - before.staleBase }
  }
  const joined = share(false)
  const cut = share(true)
  expect(joined.behind).toBeLessThan(5)
  expect(cut.behind).toBeGreaterThan(50)
  expect(cut.stale).toBeGreaterThan(joined.stale * 2)
  tellMm(cut.stage, healAll)
  for (const id of ['t1', 't2']) tellMm(cut.stage, { do: 'SetWorkload', workload: id, sessions: 0 })
  playOn(cut.stage, 2_000_000)
  const { mm } = cut.stage
  expect(mm.writers[1]!.applied[0]).toBe(mm.writers[0]!.lastPlace)
  for (const copy of mm.versions) expect(Array.from(copy)).toEqual(Array.from(mm.pages.version))
})

test('D17: REGIONAL_RAW waits as long as the peers are cut off from each other', () => {
  const stage = setMmStage()
  tellMm(stage, { ...inject, fault: 'LinkCut', target: 'w1<>w2' })
  runOn(stage, 1, { write: [1] })
  playOn(stage, 50_000)
  runOn(stage, 2, { read: [1], mode: 'REGIONAL_RAW' })
  playOn(stage, 8_000_000)
  expect(told(stage, 'RowRead')).toEqual([])
  tellMm(stage, healAll)
  playOn(stage, 200_000)
  expect(told(stage, 'RowRead')[0]!.parameters).toMatchObject({ writtenBy: 1, staleMicros: 0 })
})

/** All six copies say yes, and no answer arrives. */
function votesLost(): MmStage {
  const stage = setMmStage({ parameters: { 'client.retryTries': 0 } })
  runOn(stage, 1, { write: [300] })
  playOn(stage, 100_000)
  for (const name of nodes) {
    tellMm(stage, { ...inject, fault: 'LinkCut', target: `node-${name}>w1` })
  }
  runOn(stage, 1, { write: [1] })
  return stage
}

test('T18: cancelled at its time although all six said yes, it stays cancelled', () => {
  const stage = votesLost()
  playOn(stage, 40_000)
  const holders = stage.mm.tentatives.filter(copy => copy[0] !== 0)
  expect(holders).toHaveLength(6)
  playOn(stage, 20_000)
  expect(told(stage, 'TransactionRolledBack')[0]!.parameters.cause).toBe('noWinner')
  expect(stage.mm.tentatives.every(copy => copy[0] === 0)).toBe(true)
  runOn(stage, 2, { write: [2] })
  playOn(stage, 50_000)
  expect(stage.mm.pages.version[0]).toBe(2)
  expect(stage.mm.pages.lastWriter[0]).toBe(1)
})

test('T18: so it stays when its writer is dead and one copy alone has seen the verdict', () => {
  const stage = votesLost()
  playOn(stage, 40_000)
  const { network } = stage.simulation.world
  const [w1] = stage.simulation.world.instances
  for (const { id, actor } of stage.simulation.world.nodes) {
    if (id !== 'node-c2') network.cut[linkOf(network, w1!.actor, actor)] = 1
  }
  playOn(stage, 20_000)
  tellMm(stage, { ...inject, fault: 'InstanceCrash', target: 'w1' })
  playOn(stage, 2_000_000)
  expect(stage.mm.tentatives.every(copy => copy[0] === 0)).toBe(true)
  runOn(stage, 2, { write: [1] })
  playOn(stage, 100_000)
  expect(told(stage, 'TransactionCommitted').at(-1)!.parameters.application).toBe('s2')
  expect(stage.mm.pages.version[0]).toBe(2)
})

test('D23: what a connection cut by DDL had done is rolled back by page changes', () => {
  const stage = setMmStage({ parameters: { 'client.retryTries': 0 } })
  runOn(stage, 2, { write: [1, 20, 40, 60, 80, 100, 120] })
  playOn(stage, 8_000)
  tellMm(stage, { do: 'RunDdl', on: 'w1', table: 'account' })
  playOn(stage, 100_000)
  expect(told(stage, 'ConnectionLost')[0]!.parameters.application).toBe('s2')
  const undone = told(stage, 'ProposalSent').filter(its => its.parameters.reason === 'rollback')
  expect(undone.length).toBeGreaterThan(2)
  expect(stage.mm.rolledBack).toBe(0)
})

test('T42: what a lost client had open is rolled back when it comes by a new connection', () => {
  const stage = setMmStage({ parameters: { 'client.connectTimeout': 1_000_000 } })
  runOn(stage, 1, { write: [1, 20, 300] })
  playOn(stage, 2_500)
  crashNodes(stage, ['a1', 'a2', 'b1'])
  tellMm(stage, { ...inject, fault: 'LinkCut', target: 's1<>w1' })
  playOn(stage, 20_000_000)
  tellMm(stage, { do: 'HealFault', fault: 'LinkCut', target: 's1<>w1' })
  playOn(stage, 5_000_000)
  tellMm(stage, healAll)
  playOn(stage, 3_000_000)
  const began = told(stage, 'TransactionBegan').map(its => its.parameters.transaction)
  expect(began.length).toBeGreaterThan(1)
  const undone = told(stage, 'ProposalSent').filter(its => its.parameters.reason === 'rollback')
  expect(undone.length).toBeGreaterThan(0)
  const committed = told(stage, 'TransactionCommitted').map(its => its.parameters.transaction)
  expect(committed).toEqual([began.at(-1)])
})

test('D27: statements of DDL, asked anywhere, queue at the owner and end one by one', () => {
  const stage = setMmStage({ writers: 3, ...teams(64, 3, 30_000) })
  playOn(stage, 100_000)
  for (const on of ['w3', 'w1', 'w2']) tellMm(stage, { do: 'RunDdl', on, table: 'account' })
  playOn(stage, 20_000)
  expect(told(stage, 'DdlStarted')).toHaveLength(1)
  playOn(stage, 200_000)
  const started = told(stage, 'DdlStarted')
  const ended = told(stage, 'DdlEnded')
  expect(started.map(({ parameters }) => parameters.asked)).toEqual(['w1', 'w3', 'w2'])
  expect(ended.map(({ at }) => at).slice(0, 2)).toEqual(started.map(({ at }) => at).slice(1))
  expect(stage.mm.ddl.asks).toEqual([])
  expect(Array.from(stage.mm.ddl.fenced)).toEqual([0, 0, 0])
  const after = told(stage, 'TransactionCommitted').filter(({ at }) => at > ended[2]!.at)
  playOn(stage, 200_000)
  expect(told(stage, 'TransactionCommitted').length).toBeGreaterThan(after.length)
})

test('D27: a statement whose forwarding is lost is asked for again', () => {
  const stage = setMmStage({ writers: 3 })
  tellMm(stage, { ...inject, fault: 'LinkCut', target: 'w3>w1' })
  tellMm(stage, { do: 'RunDdl', on: 'w3', table: 'account' })
  playOn(stage, 500_000)
  expect(told(stage, 'DdlStarted')).toEqual([])
  tellMm(stage, healAll)
  playOn(stage, 200_000)
  expect(told(stage, 'DdlEnded')).toHaveLength(1)
  expect(stage.mm.ddl.asks).toEqual([])
})

test('D28: set to read only a writer answers reads and refuses changes (1290)', () => {
  const stage = setMmStage()
  const { world, context } = stage.simulation
  setReadOnly(context, 0, true)
  runOn(stage, 1, { write: [1] })
  runOn(stage, 1, { read: [1] })
  playOn(stage, 50_000)
  const [refused] = told(stage, 'WriteRefused')
  expect(refused!.parameters).toMatchObject({ because: 'readOnly', code: 1290, instance: 'w1' })
  expect(told(stage, 'RowRead')).toHaveLength(1)
  expect(told(stage, 'ProposalSent')).toEqual([])
  expect(world.applications[0]!.lastErrorCode).toBe(1290)
  tellMm(stage, { ...inject, fault: 'InstanceCrash', target: 'w1' })
  tellMm(stage, healAll)
  playOn(stage, 3_000_000)
  runOn(stage, 1, { write: [1] })
  playOn(stage, 200_000)
  expect(told(stage, 'ProposalAccepted').length).toBeGreaterThan(0)
})
