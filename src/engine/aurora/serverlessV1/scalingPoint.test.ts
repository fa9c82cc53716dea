/** Serverless v1: who stands in the way of a scaling point, and what a forced change costs. */
import { expect, test } from 'vitest'
import type { Scenario } from '../../contract/scenario.ts'
import { look, run } from '../../testing/startCluster.ts'
import { startV1, told } from '../../testing/startV1.ts'

const second = 1_000_000

type Script = NonNullable<Scenario['script']>

function upTo(cluster: ReturnType<typeof startV1>, at: number): void {
  run(cluster, at * second - cluster.simulation.world.now)
}

/** A clerk begins a transaction and does not end it. */
const clerk: Script = [
  { at: '30s', do: 'RunSql', session: 'clerk', on: 'w1', text: 'begin' },
  {
    at: '31s',
    do: 'RunSql',
    session: 'clerk',
    text: 'update account set balance = 1 where id = 5',
  },
]

function steps(cluster: ReturnType<typeof startV1>): [number, number][] {
  return told(cluster, 'CapacityChanged').map(({ second: at, acu }) => [Number(at), Number(acu)])
}

test('E5, E6, E7: an open transaction is named, and the change is rolled back in time', () => {
  const cluster = startV1({ demand: [[0, 3]], script: clerk })
  upTo(cluster, 100)
  const { v1 } = look(cluster).serverless!.instances[0]!
  expect(v1!.search!.blockers).toMatchObject([{ session: 'clerk', because: 'transaction' }])
  expect(look(cluster).caption.key).toBe('serverlessV1.blocked.transaction')
  upTo(cluster, 370)
  expect(told(cluster, 'ScalingPointBlocked')[0]).toMatchObject({
    second: 75,
    sessions: ['clerk'],
    because: ['transaction'],
  })
  expect(told(cluster, 'SearchEnded')).toMatchObject([{ second: 360, acu: 2, action: 'rollback' }])
  expect(steps(cluster)).toEqual([])
  expect(cluster.simulation.world.sql!.places[0]!.connections).toHaveLength(1)
  expect(look(cluster).caption.key).toBe('serverlessV1.rolledBack')
})

test('E5: once it commits the scaling point is there', () => {
  const script: Script = [
    ...clerk,
    { at: '200s', do: 'RunSql', session: 'clerk', text: 'commit' },
    { at: '300s', do: 'RunSql', session: 'clerk', text: 'select 1' },
  ]
  const cluster = startV1({ demand: [[0, 3]], script })
  upTo(cluster, 310)
  expect(told(cluster, 'ScalingPointFound')[0]).toMatchObject({ second: 201, acu: 4 })
  expect(told(cluster, 'StatementAnswered').at(-1)).toMatchObject({ isError: false })
})

test('E5: by the rules of 2018 five attempts, and then none', () => {
  const parameters = { 'serverlessV1.launchRules': 1 }
  const cluster = startV1({ demand: [[0, 3]], script: clerk, parameters })
  upTo(cluster, 400)
  expect(told(cluster, 'SearchEnded')).toMatchObject([{ second: 315, action: 'cancel' }])
})

test.each([
  ['mysql', '1105'],
  ['postgresql', '57P01'],
] as const)('E7: forced, the transaction is aborted: %s %s', (edition, code) => {
  const serverless = { onTimeout: 'force', timeout: '60s' } as const
  const script: Script = [
    ...clerk,
    { at: '200s', do: 'RunSql', session: 'clerk', text: 'commit' },
    {
      at: '210s',
      do: 'RunSql',
      session: 'clerk',
      text: 'select balance from account where id = 5',
    },
  ]
  const cluster = startV1({ edition, demand: [[0, 3]], script, serverless })
  upTo(cluster, 220)
  expect(told(cluster, 'ChangeForced')).toMatchObject([
    { second: 120, acu: 4, aborted: 1, error: code },
  ])
  expect(steps(cluster)[0]).toEqual([121, 4])
  const { statements } = cluster.simulation.world.sql!
  expect(String(statements[2]!.record.error?.code)).toBe(code)
  expect(statements[3]!.record).toMatchObject({ status: 'ok' })
  expect(cluster.simulation.world.sql!.relations.open.size).toBe(0)
})

const hold: Script = [
  {
    at: '30s',
    do: 'RunSql',
    session: 'clerk',
    on: 'w1',
    text: 'create temporary table basket (id int)',
  },
]

test('E5: a temporary table is in the way with its name, until it is dropped', () => {
  const text = 'drop table basket'
  const script: Script = [...hold, { at: '200s', do: 'RunSql', session: 'clerk', text }]
  const cluster = startV1({ demand: [[0, 3]], script })
  upTo(cluster, 100)
  const { v1 } = look(cluster).serverless!.instances[0]!
  expect(v1!.search!.blockers).toMatchObject([
    { session: 'clerk', because: 'temporaryTable', table: 'basket' },
  ])
  expect(look(cluster).caption.key).toBe('serverlessV1.blocked.temporaryTable')
  upTo(cluster, 205)
  expect(told(cluster, 'ScalingPointFound')[0]).toMatchObject({ second: 201, acu: 4 })
})

test('E5: a lock of a whole table is in the way (PostgreSQL)', () => {
  const session = 'clerk'
  const script: Script = [
    { at: '30s', do: 'RunSql', session, on: 'w1', text: 'begin' },
    { at: '31s', do: 'RunSql', session, text: 'lock table account in share mode' },
  ]
  const cluster = startV1({ edition: 'postgresql', demand: [[0, 3]], script })
  upTo(cluster, 100)
  expect(told(cluster, 'ScalingPointBlocked')[0]).toMatchObject({
    sessions: ['clerk'],
    because: ['tableLock'],
  })
})

test('E7: forced, temporary tables go with their session and are counted', () => {
  const serverless = { onTimeout: 'force', timeout: '60s' } as const
  const cluster = startV1({ demand: [[0, 3]], script: hold, serverless })
  upTo(cluster, 130)
  expect(told(cluster, 'ChangeForced')).toMatchObject([{ second: 120, aborted: 0, dropped: 1 }])
  expect(cluster.simulation.world.sql!.places[0]!.connections).toHaveLength(0)
  expect(look(cluster).serverless!.instances[0]!.v1).toMatchObject({ forced: 1, dropped: 1 })
})
