/** Formats §1: what is accepted, what it becomes, and how bad input is told. */
import { describe, expect, test } from 'vitest'
import type { Problem } from './problem.ts'
import { parseScenario } from './parseScenario.ts'
import { fourOfSix } from '../scenarios/fourOfSix.ts'

const whoWinsAPage = {
  version: 1,
  name: 'who-wins-a-page',
  title: 'Who wins a page?',
  question: 'Two writers change the same page within a millisecond. Which one commits?',
  tags: ['multi-master', 'conflict'],
  seed: 7,
  opensAt: '99ms',
  pace: [{ from: '99ms', speed: '1/1500' }],
  cluster: {
    edition: 'mysql',
    topology: 'multi-master',
    instances: [
      { id: 'w1', az: 'a', role: 'writer', class: 'db.r4.2xlarge' },
      { id: 'w2', az: 'b', role: 'writer', class: 'db.r4.2xlarge' },
    ],
    volume: { protectionGroups: 1, segments: 'uniform' },
    parameters: { 'multiMaster.replicationLag': '30ms', 'network.jitter': 0 },
  },
  tables: [{ name: 'account', columns: ['id int primary key'], rows: 32, rowsPerPage: 8 }],
  script: [{ at: '100ms', do: 'RunSql', session: 'ann', on: 'w1', text: 'SELECT 1' }],
  until: '3s',
  expect: [{ fact: 'TransactionRolledBack', where: { cause: ['inFlight'] } }],
}

type Place = Record<string, unknown>

/** The opening with some places changed: a dotted path and its value, undefined to leave it out. */
function changed(changes: Record<string, unknown>): unknown {
  const scenario = JSON.parse(JSON.stringify(fourOfSix)) as Place
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('/')
    const last = keys.pop() ?? ''
    let place = scenario
    for (const key of keys) place = place[key] as Place
    place[last] = value
    if (value === undefined) delete place[last]
  }
  return scenario
}

function problemsOf(input: unknown): Problem[] {
  const parsed = parseScenario(input)
  return parsed.ok ? [] : parsed.problems
}

function setupOf(input: unknown) {
  const parsed = parseScenario(input)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.setup
}

describe('Formats §1: what a scenario becomes', () => {
  test('durations are whole microseconds, ratios parts per million, zones numbers', () => {
    const parameters = { 'network.jitter': 0.25, 'storage.gossipPeriod': '6ms' }
    const setup = setupOf(changed({ 'cluster/parameters': parameters }))
    expect(setup.parameters['storage.gossipPeriod']).toBe(6_000)
    expect(setup.parameters['network.jitter']).toBe(250_000)
    expect(setup.parameters['storage.lsnAllocationLimit']).toBe(10_000_000)
    expect(setup.instances).toEqual([
      { id: 'w1', zone: 1, role: 'writer', vcpus: 2, tier: 1, isServerless: false },
    ])
  })

  test('tables lie one behind the other and have at least one page', () => {
    const tables = [
      { name: 'one', rows: 17, rowsPerPage: 8 },
      { name: 'two', rows: 1 },
      { name: 'account', rows: 101 },
    ]
    const setup = setupOf(changed({ tables }))
    expect(setup.tables.map(({ firstPage, pages }) => [firstPage, pages])).toEqual([
      [0, 3],
      [3, 1],
      [4, 2],
    ])
  })

  test('"1.2ms+" is that long after the entry before; the script comes out in order', () => {
    const script = [
      { at: '10ms', do: 'InjectFault', fault: 'NodeCrash', target: 'node-a1' },
      { at: '1.2ms+', do: 'HealFault', fault: 'NodeCrash', target: 'node-a1' },
      { at: '1ms+', do: 'HealAll' },
      { at: '5ms', do: 'SetWorkload', workload: 'shop', sessions: 9, think: '1ms' },
    ]
    const setup = setupOf(changed({ script }))
    expect(setup.script.map(({ at }) => at)).toEqual([5_000, 10_000, 11_200, 12_200])
    expect(setup.script[2]?.command).toEqual({
      do: 'HealFault',
      fault: 'NodeCrash',
      target: 'node-a1',
    })
  })

  test('JSON text is as good as an object, and the result is a copy', () => {
    const input = changed({})
    const parsed = parseScenario(JSON.stringify(input))
    expect(parsed).toEqual(parseScenario(input))
    expect(parsed.ok && parsed.scenario).not.toBe(input)
  })
})

/** The last one that there is, and one too many. */
const rows = { read: [0], write: [319, 320] }

describe('Formats §0: bad input names the place and what is allowed', () => {
  test('an unknown key is refused with the nearest allowed name', () => {
    expect(problemsOf(changed({ sede: 3 }))).toEqual([
      {
        path: 'sede',
        message: 'there is no "sede" here; did you mean "seed"?',
        allowed: expect.stringContaining('seed, opensAt'),
      },
    ])
  })

  test.each([
    ['cluster.instances[0].az', { 'cluster/instances/0/az': 'd' }, '"a", "b", "c"'],
    ['cluster.instances[0].az', { 'cluster/instances/0/az': undefined }, '"a", "b", "c"'],
    ['seed', { seed: -1 }, 'a whole number from 0 to 4294967295'],
    ['opensAt', { opensAt: '3 s' }, 'a length of time'],
    ['opensAt', { opensAt: '3min' }, 'until'],
    ['pace[1].speed', { 'pace/1/speed': '1/0' }, 'a speed from'],
    ['pace[1].from', { 'pace/1/from': '0s' }, 'rising instants'],
    [
      'cluster.parameters',
      { 'cluster/parameters': { 'quorum.copies': 3, 'quorum.write': 2 } },
      '6, 4, 3 or 3, 2, 2',
    ],
    [
      'cluster.parameters',
      {
        'cluster/topology': 'multi-master',
        'cluster/parameters': { 'quorum.copies': 3, 'quorum.write': 2, 'quorum.read': 2 },
      },
      'quorum.copies 6',
    ],
    [
      'workload[0].keys.pattern',
      { 'workload/0/keys/pattern': 'append' },
      'storage.pagesPerGroup above 0',
    ],
    [
      'cluster.parameters',
      { 'cluster/parameters': { 'quorum.fullSegments': 4 } },
      'quorum.fullSegments 6, or 3 of six copies',
    ],
    [
      'cluster.parameters["network.jitter"]',
      { 'cluster/parameters': { 'network.jitter': 1.5 } },
      'from 0 to 1',
    ],
    [
      'cluster.parameters["network.jitter"]',
      { 'cluster/parameters': { 'network.jitter': 0.1234567 } },
      'six decimals',
    ],
    [
      'cluster.parameters["network.sameAzOneWay"]',
      { 'cluster/parameters': { 'network.sameAzOneWay': '6ms' } },
      '"0.1ms" to "5ms"',
    ],
    ['workload[0].on', { 'workload/0/on': 'w2' }, 'w1'],
    ['workload[0].keys.table', { 'workload/0/keys/table': 'acount' }, 'account'],
    ['workload[0].id', { 'workload/0/id': 'node-a1' }, 'a free name'],
    ['version', { version: 2 }, '1'],
    ['script[0].do', { script: [{ at: '1s', do: 'Explode' }] }, '"InjectFault"'],
    [
      'script[0].targit',
      { script: [{ at: '1s', do: 'HealFault', fault: 'NodeCrash', target: 'node-a1', targit: 1 }] },
      'target',
    ],
    [
      'script[0].target',
      { script: [{ at: '1s', do: 'InjectFault', fault: 'NodeCrash', target: 'x' }] },
      'node-a1',
    ],
    [
      'script[0].target',
      { script: [{ at: '1s', do: 'InjectFault', fault: 'LinkCut', target: 'w1>w1' }] },
      'w1>node-b1',
    ],
    [
      'script[0].factor',
      {
        script: [{ at: '1s', do: 'InjectFault', fault: 'NodeCrash', target: 'node-a1', factor: 2 }],
      },
      'SlowNode',
    ],
    [
      'script[0].write[1]',
      {
        tables: [{ name: 'account', rows: 320 }],
        script: [
          { at: '1s', do: 'RunTransaction', session: 'ann', on: 'w1', table: 'account', ...rows },
        ],
      },
      'rows 0 to 319',
    ],
    ['expect[0].within', { 'expect/0/within': ['2s', '1s'] }, 'smaller one first'],
    ['expect[0].count', { 'expect/0/count': { min: 2, max: 1 } }, 'smaller one first'],
    ['tables', { 'tables/0/rows': 10_000_000, 'tables/0/rowsPerPage': 1 }, '1000000 pages'],
    ['expect[0].fact', { 'expect/0/fact': 'VdlAdvance' }, 'VdlAdvanced'],
    ['expect[0].where.lns', { 'expect/0/where': { lns: 3 } }, 'lsn'],
  ])('%s', (path, change, allowed) => {
    const problems = problemsOf(changed(change))
    expect(problems.map(problem => problem.path)).toEqual([path])
    expect(problems[0]?.allowed).toContain(allowed)
  })

  test('all problems at once, wrong fields beside names that do not exist', () => {
    const input = changed({
      sede: 1,
      extra: 2,
      'workload/0/sessions': -1,
      'workload/0/on': 'w9',
      script: [{ at: '1s', do: 'InjectFault', fault: 'AzOutage', target: 'az-z' }],
    })
    expect(problemsOf(input).map(({ path }) => path)).toEqual([
      'workload[0].sessions',
      'sede',
      'extra',
      'workload[0].on',
      'script[0].target',
    ])
  })

  test('what belongs to a later version is refused with that reason', () => {
    const problems = problemsOf({
      ...whoWinsAPage,
      cluster: { ...whoWinsAPage.cluster, whatIf: true },
    })
    const told = Object.fromEntries(problems.map(({ path, message }) => [path, message]))
    expect(told).toEqual({ 'cluster.whatIf': 'what-if clusters cannot be run by this version yet' })
  })

  const two = [
    { id: 'w1', az: 'a' },
    { id: 'w2', az: 'b' },
  ]
  const reader = { id: 'r1', az: 'c', role: 'reader' }
  const elastic = { id: 'w1', az: 'a', class: 'serverless' }

  test.each<[string, object, string]>([
    [
      'cluster.edition',
      { instances: two, topology: 'multi-master', edition: 'postgresql' },
      'mysql',
    ],
    [
      'cluster.instances[1].role',
      { instances: [two[0], reader], topology: 'multi-master' },
      'writer',
    ],
    ['cluster.instances[0].class', { instances: [elastic], topology: 'multi-master' }, 'db.r4'],
    ['cluster.instances', { instances: two }, 'one writer'],
    ['cluster.instances[0].tier', { instances: [{ ...two[0], tier: 1 }] }, 'nothing'],
    [
      'cluster.serverless',
      { instances: [elastic], serverless: { generation: 'v2', min: 0.7 } },
      '0.5',
    ],
    [
      'cluster.serverless',
      { instances: [elastic], serverless: { generation: 'v2', min: 9, max: 8 } },
      'min up to max',
    ],
    [
      'cluster.serverless',
      { instances: [elastic], serverless: { generation: 'v2', max: 300 } },
      '256',
    ],
    [
      'cluster.serverless.generation',
      { instances: [elastic], serverless: { generation: 'v3' } },
      'v2',
    ],
  ])('an impossible cluster: %s', (path, cluster, allowed) => {
    const bare = { ...(changed({}) as object), workload: [], script: [], expect: [] }
    const problems = problemsOf({ ...bare, cluster })
    expect(problems.map(problem => problem.path)).toContain(path)
    expect(problems.find(problem => problem.path === path)?.allowed).toContain(allowed)
  })

  test.each([[null], [[]], [3], ['{'], ['[]'], [undefined]])('%j is no scenario', input => {
    expect(problemsOf(input)).toHaveLength(1)
    expect(problemsOf(input)[0]?.path).toBe('scenario')
  })
})
