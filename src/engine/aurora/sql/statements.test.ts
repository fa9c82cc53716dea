/** Typed statements go through the whole cluster: console, network, CPU, redo, commit, loss. */
import { expect, test } from 'vitest'
import { digest } from '../../digest.ts'
import { restore, save, step } from '../../simulation.ts'
import { frameOf } from '../frame/frameOf.ts'
import { isSettled } from './isSettled.ts'
import { playFor, recordsOf, run, setSqlStage, settle, told, type } from '../../testing/sqlStage.ts'

test('J2, J4: a SELECT travels to the writer, takes its CPU, and comes back with rows', () => {
  const stage = setSqlStage()
  const record = run(stage, 'ann', 'SELECT id, balance FROM account WHERE id <= 2')
  expect(record).toMatchObject({
    session: 'ann',
    on: 'w1',
    status: 'ok',
    columns: ['id', 'balance'],
    rows: [
      [1, 100],
      [2, 100],
    ],
  })
  // Connecting takes 20 ms, each way 0.25 ms, the CPU 53 µs, and 1 µs more for the second row.
  expect(record.finishedAt).toBe(20_000 + 250 + 53 + 1 + 250)
  expect(stage.simulation.broken).toBeNull()
})

test('J8, L7: a COMMIT is answered when VDL has passed its record', () => {
  const stage = setSqlStage()
  run(stage, 'ann', 'BEGIN')
  run(stage, 'ann', 'UPDATE account SET balance = balance - 10 WHERE id = 1')
  const commit = run(stage, 'ann', 'COMMIT')
  const [ended] = told(stage, 'SqlTransactionEnded').filter(({ parameters }) => parameters.lsn > 0)
  expect(ended!.parameters.lsn).toBe(stage.simulation.world.instances[0]!.memory.vdl)
  expect(commit.finishedAt! - commit.submittedAt).toBeGreaterThan(1500)
  expect(stage.simulation.world.totals.committed).toBe(1)
})

test('J7: redo of a changed row is one mini-transaction of at least redoPerRow records', () => {
  const stage = setSqlStage()
  run(stage, 'ann', 'BEGIN; UPDATE account SET balance = 1 WHERE id = 1')
  expect(stage.simulation.world.instances[0]!.memory.nextLsn - 1).toBe(3)
  const [changed] = told(stage, 'RowChanged')
  expect(changed!.parameters).toMatchObject({ session: 'ann', table: 'account', lsn: 3 })
})

test('J1: what cannot be read is a statement, and gets the error of the edition', () => {
  const stage = setSqlStage()
  const record = run(stage, 'ann', 'SELEC 1')
  expect(record.error).toMatchObject({ kind: 'syntax', code: 1064, sqlstate: '42000', position: 0 })
  expect(told(stage, 'StatementRefused')).toHaveLength(1)
  expect(run(stage, 'ann', 'SELECT 1').rows).toEqual([[1]])
})

test('J1: statements of one text run one after the other', () => {
  const stage = setSqlStage()
  run(
    stage,
    'ann',
    'BEGIN; UPDATE account SET balance = 5 WHERE id = 1; COMMIT; ' +
      'SELECT balance FROM account WHERE id = 1',
  )
  expect(recordsOf(stage).map(({ status }) => status)).toEqual(['ok', 'ok', 'ok', 'ok'])
  expect(recordsOf(stage)[3]!.rows).toEqual([[5]])
})

test('J6 (reference E1): a deadlock is found at the wait; its victim gets 1213', () => {
  const stage = setSqlStage()
  for (const session of ['ann', 'bob']) run(stage, session, 'BEGIN')
  run(stage, 'ann', 'UPDATE account SET balance = 1 WHERE id = 1')
  run(stage, 'bob', 'UPDATE account SET balance = 2 WHERE id = 2')
  expect(run(stage, 'ann', 'UPDATE account SET balance = 1 WHERE id = 2').status).toBe('waiting')
  expect(stage.simulation.world.sql!.clients[0]!.running).toBeGreaterThan(0)
  const last = run(stage, 'bob', 'UPDATE account SET balance = 2 WHERE id = 1')
  expect(last.error).toMatchObject({ kind: 'deadlock', code: 1213, sqlstate: '40001' })
  expect(recordsOf(stage).filter(({ status }) => status === 'waiting')).toEqual([])
  expect(told(stage, 'DeadlockFound')).toHaveLength(1)
  expect(stage.simulation.broken).toBeNull()
})

test('J6 (reference E3): a wait of 50 s ends with 1205, and the transaction goes on', () => {
  const stage = setSqlStage()
  run(stage, 'ann', 'BEGIN; UPDATE account SET balance = 1 WHERE id = 1')
  run(stage, 'bob', 'BEGIN; UPDATE account SET balance = 2 WHERE id = 2')
  run(stage, 'bob', 'UPDATE account SET balance = 2 WHERE id = 1')
  playFor(stage, 49_000_000)
  expect(recordsOf(stage).at(-1)!.status).toBe('waiting')
  playFor(stage, 2_000_000)
  expect(recordsOf(stage).at(-1)!.error).toMatchObject({ kind: 'lockTimeout', code: 1205 })
  expect(run(stage, 'bob', 'SELECT balance FROM account WHERE id = 2').rows).toEqual([[2]])
})

test('J10, R12: a crash ends sessions, and what was not committed is undone', () => {
  const stage = setSqlStage({
    cluster: { parameters: { 'instance.restart': '10s', 'failover.recover': '0s' } },
  })
  run(stage, 'ann', 'BEGIN; UPDATE account SET balance = 0 WHERE id = 1')
  run(stage, 'bob', 'UPDATE account SET balance = 50 WHERE id = 2')
  playFor(stage, 100_000)
  run(stage, 'eve', 'ALTER SYSTEM CRASH INSTANCE')
  playFor(stage, 15_000_000)
  expect(recordsOf(stage).at(-1)!.error).toMatchObject({ kind: 'connectionLost', code: 2013 })
  expect(run(stage, 'ann', 'COMMIT').error).toMatchObject({ code: 2013 })
  const rows = run(stage, 'ann', 'SELECT id, balance FROM account WHERE id <= 2').rows
  expect(rows).toEqual([
    [1, 100],
    [2, 50],
  ])
  expect(told(stage, 'UndoEnded')).toHaveLength(1)
  expect(stage.simulation.broken).toBeNull()
})

test('J11: a reader answers at its read point and refuses changes', () => {
  const reader = { id: 'r1', az: 'a', role: 'reader' } as const
  const stage = setSqlStage({ cluster: { instances: [{ id: 'w1', az: 'b' }, reader] } })
  run(stage, 'ann', 'UPDATE account SET balance = 7 WHERE id = 1')
  playFor(stage, 100_000)
  const read = run(stage, 'eve', 'SELECT balance FROM account WHERE id = 1', 'r1')
  expect(read).toMatchObject({ on: 'r1', rows: [[7]] })
  const write = run(stage, 'eve', 'UPDATE account SET balance = 8 WHERE id = 1')
  expect(write.error).toMatchObject({ kind: 'readOnly', code: 1290 })
})

test('J9: a new table takes pages of its own, and its rows are there', () => {
  const stage = setSqlStage()
  run(stage, 'ann', 'CREATE TABLE t (a int primary key, b int)')
  run(stage, 'ann', 'INSERT INTO t VALUES (1, 2), (3, 4)')
  expect(run(stage, 'bob', 'SELECT a, b FROM t').rows).toEqual([
    [1, 2],
    [3, 4],
  ])
  expect(stage.simulation.world.pageRecords.length).toBeGreaterThan(1)
})

test('a checkpoint in the middle goes on exactly as the run does', () => {
  const stage = setSqlStage()
  run(stage, 'ann', 'BEGIN; UPDATE account SET balance = 1 WHERE id = 1')
  type(stage, 'bob', 'UPDATE account SET balance = balance + 1 WHERE id = 1')
  playFor(stage, 25_000)
  const checkpoint = save(stage.simulation)
  run(stage, 'ann', 'COMMIT')
  settle(stage)
  const first = digest(stage.simulation)
  const records = recordsOf(stage)
  restore(stage.simulation, checkpoint)
  run(stage, 'ann', 'COMMIT')
  settle(stage)
  expect(digest(stage.simulation)).toBe(first)
  expect(recordsOf(stage)).toEqual(records)
})

const readerIn = { id: 'r1', az: 'a', role: 'reader' } as const

test('J13: the instances of the cluster are rows of a system table', () => {
  const stage = setSqlStage({ cluster: { instances: [{ id: 'w1', az: 'b' }, readerIn] } })
  const { rows } = run(
    stage,
    'ann',
    'SELECT server_id, session_id FROM information_schema.replica_host_status',
  )
  expect(rows).toEqual([
    ['w1', 'MASTER_SESSION_ID'],
    ['r1', 'session-r1'],
  ])
})

test('J12, P17: a fault-injection statement does what the fault does', () => {
  const stage = setSqlStage({ cluster: { instances: [{ id: 'w1', az: 'b' }, readerIn] } })
  const text = 'ALTER SYSTEM SIMULATE 50 PERCENT READ REPLICA FAILURE TO ALL FOR INTERVAL 1 MINUTE'
  expect(run(stage, 'ann', text).status).toBe('ok')
  const [injected] = told(stage, 'FaultInjected')
  expect(injected!.parameters).toMatchObject({ fault: 'ReplicaFailure', target: 'r1' })
  const wrong = run(stage, 'ann', 'ALTER SYSTEM SIMULATE 50 PERCENT NONSENSE')
  expect(wrong.error).toMatchObject({ kind: 'syntax', code: 1064 })
})

test('J14: a wait for a lock is settled, a commit on its way is not', () => {
  const stage = setSqlStage()
  run(stage, 'ann', 'BEGIN; UPDATE account SET balance = 1 WHERE id = 1')
  run(stage, 'bob', 'UPDATE account SET balance = 2 WHERE id = 1')
  expect(isSettled(stage.simulation.world)).toBe(true)
  type(stage, 'ann', 'COMMIT')
  expect(isSettled(stage.simulation.world)).toBe(false)
  settle(stage)
  expect(recordsOf(stage).every(({ status }) => status === 'ok')).toBe(true)
})

test('J5: a statement that would look at too many rows is refused and says so', () => {
  const stage = setSqlStage({
    tables: [{ name: 'big', rows: 5000 }],
    cluster: { parameters: { 'sql.scanRows': 1000 } },
  })
  const record = run(stage, 'ann', 'SELECT count(*) FROM big')
  expect(record.error).toMatchObject({ kind: 'unsupported' })
})

test('J3: who names another place leaves its connection, and what was open is rolled back', () => {
  const stage = setSqlStage({ cluster: { instances: [{ id: 'w1', az: 'b' }, readerIn] } })
  run(stage, 'ann', 'BEGIN; UPDATE account SET balance = 1 WHERE id = 1')
  run(stage, 'ann', 'SELECT 1', 'r1')
  settle(stage)
  const ends = told(stage, 'SqlTransactionEnded').map(({ parameters }) => parameters.outcome)
  expect(ends).toContain('rolledBack')
  const rows = run(stage, 'bob', 'SELECT balance FROM account WHERE id = 1').rows
  expect(rows).toEqual([[100]])
})

test('S8: a console that connects wakes a serverless instance', () => {
  const instances = [{ id: 'w1', az: 'b', class: 'serverless' } as const]
  const serverless = { generation: 'v2', min: 0, max: 4, pauseAfter: '300s' } as const
  const stage = setSqlStage({ cluster: { instances, serverless } })
  playFor(stage, 600_000_000)
  expect(stage.simulation.world.instances[0]!.status).toBe('paused')
  const record = run(stage, 'ann', 'SELECT balance FROM account WHERE id = 1')
  expect(record.rows).toEqual([[100]])
  expect(record.finishedAt! - record.submittedAt).toBeGreaterThan(14_000_000)
})

test('a checkpoint shares the leaves of 20,000 rows, all of them touched', () => {
  const stage = setSqlStage({ tables: [{ name: 'big', rows: 20_000 }] })
  run(stage, 'ann', 'UPDATE big SET balance = balance + 1 WHERE id % 100 = 1')
  const { world } = stage.simulation
  const one = save(stage.simulation).world.sql!
  const leaves = [...one.relations.tables.values()][0]!.rows.touched
  const own = [...world.sql!.relations.tables.values()][0]!.rows.touched
  expect(leaves.size).toBe(200)
  expect(leaves).not.toBe(own)
  for (const [number, leaf] of leaves) expect(own.get(number)).toBe(leaf)
})

test('J15: a long read at a PostgreSQL reader is cancelled, at a MySQL reader it is not', () => {
  for (const edition of ['postgresql', 'mysql'] as const) {
    const stage = setSqlStage({
      cluster: { edition, instances: [{ id: 'w1', az: 'b' }, readerIn] },
    })
    const begin = edition === 'mysql' ? 'BEGIN' : 'BEGIN ISOLATION LEVEL REPEATABLE READ'
    run(stage, 'ann', 'UPDATE account SET balance = 1 WHERE id = 1')
    playFor(stage, 50_000)
    run(stage, 'eve', begin, 'r1')
    const look = 'SELECT balance FROM account WHERE id = 1'
    expect(run(stage, 'eve', look).rows).toEqual([[1]])
    run(stage, 'ann', 'UPDATE account SET balance = 2 WHERE id = 1')
    playFor(stage, 13_000_000)
    expect(run(stage, 'eve', look).rows).toEqual([[1]])
    playFor(stage, 2_000_000)
    const last = run(stage, 'eve', look)
    if (edition === 'mysql') expect(last.rows).toEqual([[1]])
    else expect(last.error).toMatchObject({ kind: 'serializationFailure', code: '40001' })
  }
})

test('a picture shows sessions, locks and who waits for whom, and says it in a sentence', () => {
  const stage = setSqlStage()
  run(stage, 'ann', 'BEGIN; UPDATE account SET balance = 1 WHERE id = 1')
  run(stage, 'bob', 'UPDATE account SET balance = 2 WHERE id = 1')
  const { world, context } = stage.simulation
  const frame = frameOf(world, 0, context.mechanisms)
  expect(frame.actors.at(-1)).toBe('consoles')
  const { sessions, waits, locks } = frame.sql!
  expect(sessions.map(({ name, state, on }) => [name, state, on])).toEqual([
    ['ann', 'inTransaction', 'w1'],
    ['bob', 'waiting', 'w1'],
  ])
  expect(sessions[1]!.waitsFor).toMatchObject({ what: 'lock', holders: ['ann'] })
  expect(waits).toMatchObject([{ session: 'bob', holder: 'ann' }])
  expect(locks.filter(({ isGranted }) => !isGranted)).toHaveLength(1)
  expect(frame.caption).toMatchObject({ key: 'sql.caption.waits', parameters: { session: 'bob' } })
  expect(frame.glowing).toBeNull()
})

test('J10, K10: a new row is not taken for one that waits to be put back', () => {
  const stage = setSqlStage({
    tables: [{ name: 'account', rows: 200, rowsPerPage: 8 }],
    cluster: { parameters: { 'instance.restart': '10s', 'failover.recover': '0s' } },
  })
  run(stage, 'eve', 'DELETE FROM account WHERE id = 3')
  run(stage, 'ann', 'BEGIN; UPDATE account SET balance = 0')
  playFor(stage, 100_000)
  run(stage, 'eve', 'ALTER SYSTEM CRASH INSTANCE')
  const { world } = stage.simulation
  const { simulation } = stage
  while (world.undo === null && !simulation.broken) step(simulation, 'event')
  expect(stage.simulation.broken).toBeNull()
  const record = run(stage, 'bob', 'INSERT INTO account VALUES (3, 1)')
  expect(record.status).toBe('ok')
  expect(world.undo).not.toBeNull()
  expect(stage.simulation.broken).toBeNull()
  playFor(stage, 1_000_000)
  expect(world.undo).toBeNull()
  expect(run(stage, 'bob', 'SELECT sum(balance) FROM account').rows).toEqual([['19901']])
})
