/** Statements typed at several writers, through the whole cluster. Rules J20–J26. */
import { expect, test } from 'vitest'
import { apply } from '../../simulation.ts'
import { playFor, recordsOf, run, settle, told, type } from '../../testing/sqlStage.ts'
import { setWriters } from '../../testing/setWriters.ts'

/** Two writers, each with a session that is connected already. */
function setTwo(parameters = {}) {
  const stage = setWriters(2, parameters)
  run(stage, 'ann', 'SELECT 1', 'w1')
  run(stage, 'bob', 'SELECT 1', 'w2')
  return stage
}

const balances = 'SELECT balance FROM account ORDER BY id LIMIT 2'

test('J20 · a commit is seen at its writer at once, elsewhere after the lag', () => {
  const stage = setTwo()
  const update = run(stage, 'ann', 'UPDATE account SET balance = 1 WHERE id = 1')
  expect(update).toMatchObject({ status: 'ok', affected: 1, on: 'w1' })
  expect(run(stage, 'ann', balances).rows).toEqual([[1], [100]])
  expect(run(stage, 'bob', balances).rows).toEqual([[100], [100]])
  playFor(stage, 31_000)
  expect(run(stage, 'bob', balances).rows).toEqual([[1], [100]])
  expect(stage.simulation.broken).toBeNull()
})

test('J21 · two writers change one page within a millisecond: one has 1213', () => {
  const stage = setTwo()
  type(stage, 'ann', 'UPDATE account SET balance = balance - 1 WHERE id = 1')
  playFor(stage, 500)
  const loser = run(stage, 'bob', 'UPDATE account SET balance = balance - 1 WHERE id = 2')
  settle(stage)
  expect(loser.error).toMatchObject({ kind: 'writeConflict', code: 1213, sqlstate: '40001' })
  expect(['inFlight', 'staleBase']).toContain(loser.error!.cause)
  expect(recordsOf(stage).filter(({ status }) => status === 'error')).toHaveLength(1)
  expect(told(stage, 'TransactionRolledBack')[0]!.parameters).toMatchObject({
    application: 'bob',
    instance: 'w2',
    winner: 'w1',
  })
})

test('J22 · the client has 1213 before its changes are undone, and may begin anew', () => {
  const stage = setTwo()
  run(stage, 'bob', 'BEGIN; UPDATE account SET balance = 7 WHERE id = 3')
  playFor(stage, 40_000)
  run(stage, 'ann', 'UPDATE account SET balance = 1 WHERE id = 1')
  type(stage, 'bob', 'UPDATE account SET balance = 8 WHERE id = 2')
  type(stage, 'bob', 'SELECT 1')
  settle(stage)
  const [lost, next] = recordsOf(stage).slice(-2)
  const undone = told(stage, 'RowChanged').find(({ parameters }) => parameters.isUndo)!
  expect(lost!.error).toMatchObject({ code: 1213, cause: 'staleBase' })
  expect(next).toMatchObject({ status: 'ok' })
  expect(undone.at).toBeGreaterThan(next!.finishedAt!)
  playFor(stage, 40_000)
  const third = 'SELECT balance FROM account WHERE id = 3'
  expect(run(stage, 'ann', third).rows).toEqual([[100]])
  expect(run(stage, 'bob', third).rows).toEqual([[100]])
})

test('J23 · REGIONAL_RAW waits for a round trip and what is left of the lag', () => {
  const stage = setTwo()
  run(stage, 'bob', "SET SESSION aurora_mm_session_consistency_level = 'REGIONAL_RAW'")
  run(stage, 'ann', 'UPDATE account SET balance = 1 WHERE id = 1')
  const read = run(stage, 'bob', 'SELECT balance FROM account WHERE id = 1')
  expect(read.rows).toEqual([[1]])
  expect(read.waitedMicros).toBeGreaterThan(20_000)
  expect(read.waitedMicros).toBeLessThan(31_500)
  const [waited] = told(stage, 'RegionalReadWaited')
  expect(waited!.parameters).toMatchObject({ instance: 'w2', waitedMicros: read.waitedMicros })
})

test('J23 · an explicit transaction pays at its start, its statements run at once', () => {
  const stage = setTwo()
  run(stage, 'bob', "SET SESSION aurora_mm_session_consistency_level = 'REGIONAL_RAW'")
  run(stage, 'bob', 'BEGIN; SELECT 1 FROM account; SELECT 1 FROM account; COMMIT')
  expect(told(stage, 'RegionalReadWaited')).toHaveLength(1)
  run(stage, 'bob', 'SELECT 1 FROM account; SELECT 1 FROM account')
  expect(told(stage, 'RegionalReadWaited')).toHaveLength(3)
})

test('J24 · a read tells how long another writer has had a newer value', () => {
  const stage = setTwo()
  const update = run(stage, 'ann', 'UPDATE account SET balance = 1 WHERE id = 1')
  const read = run(stage, 'bob', 'SELECT balance FROM account WHERE id = 1')
  expect(read.rows).toEqual([[100]])
  const least = read.submittedAt - update.finishedAt!
  expect(read.staleMicros).toBeGreaterThan(least)
  expect(read.staleMicros).toBeLessThan(least + 5_000)
})

test('J25 · a writer that dies: sessions are lost, what was open is undone, the rest stays', () => {
  const stage = setWriters(2, { 'instance.restart': '10s' })
  run(stage, 'ann', 'UPDATE account SET balance = 1 WHERE id = 1', 'w1')
  run(stage, 'ann', 'BEGIN; UPDATE account SET balance = 2 WHERE id = 2')
  run(stage, 'bob', 'SELECT 1', 'w2')
  playFor(stage, 40_000)
  const crash = { do: 'InjectFault', fault: 'InstanceCrash', target: 'w1', for: '1us' } as const
  apply(stage.simulation, crash)
  playFor(stage, 10_000)
  const owned = run(stage, 'bob', 'UPDATE account SET balance = 5 WHERE id = 2')
  expect(owned.error).toMatchObject({ code: 1213, cause: 'rowOwned' })
  expect(run(stage, 'ann', 'SELECT 1').error).toMatchObject({ code: 2013 })
  playFor(stage, 20_000_000)
  expect(run(stage, 'ann', balances, 'w1').rows).toEqual([[1], [100]])
  expect(run(stage, 'bob', balances).rows).toEqual([[1], [100]])
  expect(run(stage, 'bob', 'UPDATE account SET balance = 5 WHERE id = 2').affected).toBe(1)
  expect(stage.simulation.broken).toBeNull()
})

test('J26 · a definition typed anywhere is everywhere, through the owner of DDL', () => {
  const stage = setTwo()
  const create = run(stage, 'bob', 'CREATE TABLE note (id int primary key, word varchar(9))')
  expect(create.status).toBe('ok')
  expect(create.finishedAt! - create.submittedAt).toBeGreaterThan(30_000)
  expect(told(stage, 'DdlStarted')[0]!.parameters).toMatchObject({ asked: 'w2', owner: 'w1' })
  run(stage, 'ann', "INSERT INTO note VALUES (1, 'one')")
  playFor(stage, 40_000)
  expect(run(stage, 'bob', 'SELECT * FROM note').rows).toEqual([[1, 'one']])
})

test('J26 · who uses the table elsewhere is cut, and writes wait for the definition', () => {
  const stage = setTwo()
  run(stage, 'bob', 'BEGIN; UPDATE account SET balance = 3 WHERE id = 3')
  playFor(stage, 40_000)
  type(stage, 'ann', 'ALTER TABLE account ADD COLUMN word int')
  playFor(stage, 5_000)
  const write = run(stage, 'sam', 'INSERT INTO account VALUES (9, 9, 9)', 'w2')
  settle(stage)
  expect(recordsOf(stage).map(({ error }) => error?.code)).not.toContain(1213)
  expect(run(stage, 'bob', 'COMMIT').error).toMatchObject({ code: 2013 })
  expect(write).toMatchObject({ status: 'ok', affected: 1 })
  playFor(stage, 40_000)
  expect(run(stage, 'ann', 'SELECT * FROM account WHERE id IN (3, 9)').rows).toEqual([
    [3, 100, null],
    [9, 9, 9],
  ])
})

test('J26 · numbers of AUTO_INCREMENT are slot + 16 n at each writer', () => {
  const stage = setTwo()
  run(stage, 'ann', 'CREATE TABLE note (id int auto_increment primary key, word int)')
  playFor(stage, 40_000)
  run(stage, 'ann', 'INSERT INTO note (word) VALUES (1), (1)')
  playFor(stage, 40_000)
  run(stage, 'bob', 'INSERT INTO note (word) VALUES (2), (2)')
  const ids = run(stage, 'bob', 'SELECT id, word FROM note ORDER BY word, id').rows!
  expect(ids).toHaveLength(4)
  for (const [id, word] of ids) expect((id as number) % 16).toBe(word)
})

test('Formats §1: the script of the example ends as it expects', () => {
  const change = (session: string, on: string, id: number) => ({
    ...({ do: 'RunSql', session, on } as const),
    text: `UPDATE account SET balance = balance - 1 WHERE id = ${id}`,
  })
  const script = [
    { at: '100ms', ...change('ann', 'w1', 1) },
    { at: '1.2ms+', ...change('bob', 'w2', 2) },
  ]
  const stage = setWriters(2, {}, { script })
  playFor(stage, 110_000)
  const [lost] = told(stage, 'TransactionRolledBack')
  expect(['inFlight', 'staleBase']).toContain(lost!.parameters.cause)
  expect(recordsOf(stage).map(({ status }) => status)).toEqual(['ok', 'error'])
})

test('J22, C3 · undoing changes the pages of index entries too, by proposals', () => {
  const stage = setTwo()
  run(stage, 'ann', 'CREATE INDEX by_balance ON account (balance)')
  playFor(stage, 40_000)
  run(stage, 'ann', 'BEGIN; UPDATE account SET balance = 7 WHERE id = 3')
  const before = stage.facts.length
  run(stage, 'ann', 'ROLLBACK')
  const sent = stage.facts.slice(before).filter(({ fact }) => fact === 'ProposalSent')
  expect(sent.map(({ parameters }) => parameters)).toMatchObject([{ reason: 'rollback', pages: 3 }])
})

test('J22 · a refusal leads back to the verdict of storage, for why', () => {
  const stage = setTwo()
  run(stage, 'ann', 'UPDATE account SET balance = 1 WHERE id = 1')
  run(stage, 'bob', 'UPDATE account SET balance = 2 WHERE id = 2')
  const refused = told(stage, 'StatementRefused').at(-1)!
  const chain: string[] = []
  for (let id = refused.cause; id > 0; ) {
    const fact = stage.facts.find(its => its.id === id)
    chain.push(fact?.fact ?? '')
    id = fact?.cause ?? 0
  }
  expect(chain).toEqual(expect.arrayContaining(['TransactionRolledBack', 'ProposalRefused']))
})

test('J21 · by choice a row of another writer is waited for, and that wait has an end', () => {
  const given = { 'multiMaster.choiceOwnedRowWaits': 1, 'instance.lockWaitTimeout': '2s' }
  const stage = setTwo(given)
  run(stage, 'ann', 'BEGIN; UPDATE account SET balance = 1 WHERE id = 1')
  playFor(stage, 40_000)
  expect(run(stage, 'bob', 'UPDATE account SET balance = 2 WHERE id = 1').status).toBe('waiting')
  run(stage, 'ann', 'COMMIT')
  playFor(stage, 40_000)
  expect(recordsOf(stage).at(-2)).toMatchObject({ session: 'bob', status: 'ok', affected: 1 })
  playFor(stage, 40_000)
  run(stage, 'ann', 'BEGIN; UPDATE account SET balance = 3 WHERE id = 1')
  playFor(stage, 40_000)
  type(stage, 'bob', 'UPDATE account SET balance = 4 WHERE id = 1')
  playFor(stage, 2_100_000)
  expect(recordsOf(stage).at(-1)!.error).toMatchObject({ kind: 'lockTimeout', code: 1205 })
})

test('J26 · who is cut while a change is on its way is undone, and nobody hangs', () => {
  const stage = setTwo()
  run(stage, 'ann', 'CREATE TABLE parent (id int primary key)')
  const refer = 'FOREIGN KEY (p) REFERENCES parent (id)'
  run(stage, 'ann', `CREATE TABLE child (id int primary key, p int, ${refer})`)
  run(stage, 'ann', 'INSERT INTO parent VALUES (1)')
  playFor(stage, 40_000)
  type(stage, 'ann', 'ALTER TABLE child ADD COLUMN z int')
  type(stage, 'bob', 'INSERT INTO child VALUES (1, 1)')
  settle(stage)
  expect(recordsOf(stage).at(-2)).toMatchObject({ session: 'ann', status: 'ok' })
  playFor(stage, 40_000)
  expect(run(stage, 'ann', 'SELECT * FROM child').rows).toEqual([])
})

test('J25, T21 · by choice a survivor undoes what a dead writer had open; rows are free', () => {
  const stage = setTwo({ 'multiMaster.choiceSurvivorsUndo': 1, 'instance.restart': '20s' })
  run(stage, 'ann', 'BEGIN; UPDATE account SET balance = 2 WHERE id = 2')
  playFor(stage, 40_000)
  const crash = { do: 'InjectFault', fault: 'InstanceCrash', target: 'w1', for: '1us' } as const
  apply(stage.simulation, crash)
  playFor(stage, 5_000_000)
  expect(run(stage, 'bob', balances).rows).toEqual([[100], [100]])
  expect(run(stage, 'bob', 'UPDATE account SET balance = 5 WHERE id = 2').affected).toBe(1)
  playFor(stage, 30_000_000)
  expect(run(stage, 'ann', balances, 'w1').error?.code).toBe(2013)
  expect(run(stage, 'ann', balances, 'w1').rows).toEqual([[100], [5]])
  expect(stage.simulation.broken).toBeNull()
})
