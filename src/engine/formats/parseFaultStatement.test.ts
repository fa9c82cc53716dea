/** D-FI, P17: the statements as the guide writes them, and what is said of others. */
import { describe, expect, test } from 'vitest'
import { statementPlaces } from '../faults/statementPlaces.ts'
import { give, look, run, startCluster } from '../testing/startCluster.ts'
import type { StatementPlaces } from './faultCommands.ts'
import { parseFaultStatement } from './parseFaultStatement.ts'

const places: StatementPlaces = {
  on: 'w1',
  readers: ['r1', 'r2'],
  nodes: ['node-a1', 'node-a2', 'node-b1'],
  disks: ['node-a1', 'node-a2', 'node-b1', 'node-a1', 'node-a2', 'node-b1'],
}

function commandsOf(text: string) {
  const read = parseFaultStatement(text, places)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.commands
}

const minute = { do: 'InjectFault', for: '1min' }

describe('D-FI: what a statement asks for', () => {
  test.each([
    ['ALTER SYSTEM CRASH', { fault: 'InstanceCrash', target: 'w1', for: '1us' }],
    ['alter system crash instance;', { fault: 'InstanceCrash', target: 'w1', for: '1us' }],
    ['ALTER SYSTEM CRASH NODE', { fault: 'InstanceCrash', target: 'w1', for: '1us' }],
    ['ALTER SYSTEM CRASH DISPATCHER', { fault: 'DispatcherCrash', target: 'w1', for: '1s' }],
  ])('%s', (text, command) => {
    expect(commandsOf(text)).toEqual([{ do: 'InjectFault', ...command }])
  })

  test('a failure of all readers, or of one by its name', () => {
    const all =
      'ALTER SYSTEM SIMULATE 100 PERCENT READ REPLICA FAILURE TO ALL FOR INTERVAL 1 MINUTE'
    const failure = { ...minute, fault: 'ReplicaFailure', ratio: 1 }
    expect(commandsOf(all)).toEqual([
      { ...failure, target: 'r1' },
      { ...failure, target: 'r2' },
    ])
    expect(commandsOf(all.replace('ALL', '"r2"'))).toEqual([{ ...failure, target: 'r2' }])
    expect(commandsOf(all.replace(' TO ALL', ''))).toHaveLength(2)
  })

  test('a failing disk: of every node, of one, or of the node of a segment', () => {
    const text = 'ALTER SYSTEM SIMULATE 12.5 PERCENT DISK FAILURE FOR INTERVAL 60 SECOND'
    const failure = { ...minute, fault: 'DiskFailure', ratio: 0.125 }
    expect(commandsOf(text)).toEqual(places.nodes.map(target => ({ ...failure, target })))
    for (const where of ['IN DISK 5', 'NODE 2', 'IN NODE 2']) {
      const named = text.replace('FAILURE', `FAILURE ${where}`)
      expect(commandsOf(named)).toEqual([{ ...failure, target: 'node-a2' }])
    }
  })

  test('congestion between two bounds', () => {
    const text =
      'ALTER SYSTEM SIMULATE 50 PERCENT DISK CONGESTION BETWEEN 20 AND 80 MILLISECONDS ' +
      'NODE 1 FOR INTERVAL 2 HOUR'
    expect(commandsOf(text)).toEqual([
      {
        do: 'InjectFault',
        fault: 'DiskCongestion',
        target: 'node-a1',
        ratio: 0.5,
        minMillis: 20,
        maxMillis: 80,
        for: '2h',
      },
    ])
  })

  test('nothing of it asks for nothing', () => {
    expect(commandsOf('ALTER SYSTEM SIMULATE 0 PERCENT DISK FAILURE FOR INTERVAL 1 DAY')).toEqual(
      [],
    )
  })
})

describe('P17: what is no statement is told with its place and what may stand there', () => {
  test.each([
    ['', 1, 'ALTER'],
    ['SELECT 1', 8, 'AURORA_INJECT_CRASH'],
    ['ALTER TABLE t', 7, 'SYSTEM'],
    ['ALTER SYSTEM HALT', 14, 'CRASH, SIMULATE'],
    ['ALTER SYSTEM CRASH CLUSTER', 20, 'INSTANCE, DISPATCHER, NODE'],
    ['ALTER SYSTEM CRASH NODE 3', 25, 'the end of the statement'],
    ['ALTER SYSTEM SIMULATE 101 PERCENT DISK FAILURE', 23, 'a number from 0 to 100'],
    ['ALTER SYSTEM SIMULATE 10 DISK FAILURE', 26, 'PERCENT'],
    ['ALTER SYSTEM SIMULATE 10 PERCENT NODE FAILURE', 34, 'READ, DISK'],
    ['ALTER SYSTEM SIMULATE 10 PERCENT DISK FAILURE', 46, 'FOR'],
    ['ALTER SYSTEM SIMULATE 10 PERCENT DISK FAILURE IN DISK 7', 55, 'a whole number from 1 to 6'],
    ['ALTER SYSTEM SIMULATE 10 PERCENT DISK FAILURE FOR INTERVAL 1 FORTNIGHT', 62, 'SECOND'],
    ['ALTER SYSTEM SIMULATE 10 PERCENT DISK CONGESTION BETWEEN 9 AND 5', 64, 'from 9 to 10000'],
    ['ALTER SYSTEM SIMULATE 9 PERCENT READ REPLICA FAILURE TO "r9"', 57, 'r1, r2'],
  ])('%s', (text, character, allowed) => {
    const read = parseFaultStatement(text, places)
    if (read.ok) throw new Error('it was taken')
    expect(read.problems).toHaveLength(1)
    expect(read.problems[0]!.path).toBe(`statement, character ${character}`)
    expect(read.problems[0]!.allowed).toContain(allowed)
  })

  test('a failure of readers where there is none', () => {
    const text = 'ALTER SYSTEM SIMULATE 9 PERCENT READ REPLICA FAILURE TO "r1" FOR INTERVAL 1 DAY'
    const read = parseFaultStatement(text, { ...places, readers: [] })
    expect(read).toMatchObject({ ok: false })
  })
})

test('P17: a crash by statement is a restart, and no failover', () => {
  const cluster = startCluster()
  const read = parseFaultStatement(
    'ALTER SYSTEM CRASH',
    statementPlaces(cluster.simulation.world, 'w1'),
  )
  for (const command of read.ok ? read.commands : []) give(cluster, command)
  expect(look(cluster).instances[0]!.status).toBe('down')
  run(cluster, 5_000_000)
  expect(look(cluster).instances[0]!.status).toBe('open')
  expect(look(cluster).faults).toEqual([])
})

describe('D-FI: functions of Aurora PostgreSQL say the same', () => {
  test.each([
    ["SELECT aurora_inject_crash('Node');", { fault: 'InstanceCrash', target: 'w1', for: '1us' }],
    [
      "select aurora_inject_crash ('dispatcher')",
      { fault: 'DispatcherCrash', target: 'w1', for: '1s' },
    ],
    [
      "SELECT aurora_inject_replica_failure(50, 90, 'r2')",
      { fault: 'ReplicaFailure', target: 'r2', ratio: 0.5, for: '90s' },
    ],
    [
      'SELECT aurora_inject_disk_failure(100, 4, true, 60)',
      { fault: 'DiskFailure', target: 'node-a2', ratio: 1, for: '1min' },
    ],
    [
      'SELECT aurora_inject_disk_congestion(100, 0, false, 60, 30.0, 100.0)',
      {
        fault: 'DiskCongestion',
        target: 'node-a1',
        ratio: 1,
        for: '1min',
        minMillis: 30,
        maxMillis: 100,
      },
    ],
  ])('%s', (text, command) => {
    expect(commandsOf(text)).toEqual([{ do: 'InjectFault', ...command }])
  })

  test.each([
    ["SELECT aurora_inject_crash('all')", "'INSTANCE'"],
    ['SELECT aurora_inject_disk_failure(100, 3, false, 60)', 'from 0 to 2'],
    ['SELECT aurora_inject_disk_failure(100, 3, true)', ','],
    ['SELECT aurora_inject_fire()', 'AURORA_INJECT_CRASH'],
  ])('bad input: %s', (text, allowed) => {
    const read = parseFaultStatement(text, places)
    expect(read.ok ? '' : read.problems[0]!.allowed).toContain(allowed)
  })
})
