/** Formats §1: custom endpoints, shards and plans are refused by path, and travel in links. */
import { expect, test } from 'vitest'
import type { Command } from '../contract/commands.ts'
import { recordingOf } from './recordingOf.ts'
import { decodeLink, encodeLink } from './link.ts'
import { parseScenario } from './parseScenario.ts'

const view = { at: 0, speed: null, selection: null }
const writers = ['w1', 'w2']
const oneWriter = ['w1', 'r1', 'r2']

interface Parts {
  instances?: string[]
  endpoints?: unknown
  keys?: object
  workload?: object
  script?: object[]
}

function scenarioOf({ instances = writers, endpoints, keys, workload, script }: Parts) {
  return {
    version: 1,
    name: 'places',
    title: 'Places?',
    question: 'Where to?',
    cluster: {
      topology: instances.includes('w2') ? 'multi-master' : 'single-master',
      instances: instances.map((id, index) => ({
        id,
        az: 'abc'[index],
        role: id.startsWith('w') ? 'writer' : 'reader',
      })),
      ...(endpoints ? { endpoints } : {}),
    },
    tables: [{ name: 'cart', rows: 48 }],
    workload: [
      {
        id: 'shop',
        kind: 'sessions',
        sessions: 1,
        think: '1s',
        transaction: { reads: 1 },
        keys: { table: 'cart', pattern: 'uniform', ...keys },
        ...workload,
      },
    ],
    ...(script ? { script } : {}),
  }
}

function pathsOf(parts: Parts): string[] {
  const parsed = parseScenario(scenarioOf(parts))
  return parsed.ok ? [] : parsed.problems.map(({ path }) => path)
}

const heavy = { id: 'heavy', kind: 'reader', members: ['r2'] }

test.each<[string, Parts, string[]]>([
  ['readers of one writer', { instances: oneWriter, endpoints: [heavy] }, []],
  ['writers of several', { endpoints: [{ ...heavy, kind: 'writer', members: ['w2'] }] }, []],
  [
    'readers of several writers',
    { endpoints: [{ ...heavy, members: ['w2'] }] },
    ['cluster.endpoints[0].kind'],
  ],
  [
    'writers of one',
    { instances: oneWriter, endpoints: [{ ...heavy, kind: 'writer' }] },
    ['cluster.endpoints[0].kind'],
  ],
  [
    'a writer among readers',
    { instances: oneWriter, endpoints: [{ ...heavy, members: ['r1', 'w1'] }] },
    ['cluster.endpoints[0].members[1]'],
  ],
  [
    'a member twice',
    { instances: oneWriter, endpoints: [{ ...heavy, members: ['r1', 'r1'] }] },
    ['cluster.endpoints[0].members[1]'],
  ],
  [
    'a name that is taken',
    { instances: oneWriter, endpoints: [{ ...heavy, id: 'reader' }] },
    ['cluster.endpoints[0].id'],
  ],
  [
    'no members',
    { instances: oneWriter, endpoints: [{ ...heavy, members: [] }] },
    ['cluster.endpoints[0].members'],
  ],
])('a custom endpoint: %s', (_, parts, paths) => {
  expect(pathsOf(parts)).toEqual(paths)
})

test.each<[string, Parts, string[]]>([
  ['a part', { keys: { rows: [0, 23] } }, []],
  ['behind the table', { keys: { rows: [24, 48] } }, ['workload[0].keys.rows']],
  ['backwards', { keys: { rows: [23, 0] } }, ['workload[0].keys.rows']],
  [
    'of what is dealt out already',
    { keys: { rows: [0, 23], pattern: 'partitioned' } },
    ['workload[0].keys.rows'],
  ],
])('a shard: %s', (_, parts, paths) => {
  expect(pathsOf(parts)).toEqual(paths)
})

test.each<[string, Parts, string[]]>([
  [
    'by a custom endpoint',
    { instances: oneWriter, endpoints: [heavy], workload: { on: 'heavy' } },
    [],
  ],
  ['by the cluster endpoint', { workload: { on: 'cluster' } }, []],
  ['by a reader endpoint that is none', { workload: { on: 'reader' } }, ['workload[0].on']],
  [
    'in turn, one writer',
    { instances: oneWriter, workload: { on: 'round-robin' } },
    ['workload[0].on'],
  ],
  ['a standby', { workload: { on: 'w1', healthCheck: { standby: ['w2'] } } }, []],
  [
    'a standby that is no instance',
    { workload: { healthCheck: { standby: ['w3'] } } },
    ['workload[0].healthCheck.standby[0]'],
  ],
  [
    'a standby for itself',
    { workload: { on: 'w2', healthCheck: { standby: ['w2'] } } },
    ['workload[0].healthCheck.standby[0]'],
  ],
  [
    'commands to places that there are not',
    {
      script: [
        { at: '1s', do: 'SetPlacement', workload: 'shop', on: 'w9' },
        { at: '1s', do: 'SetHealthCheck', workload: 'shop', isOn: true, standby: ['w9'] },
        { at: '1s', do: 'RunDdl', on: 'cluster', table: 'cart' },
      ],
    },
    ['script[0].on', 'script[1].standby[0]', 'script[2].on'],
  ],
])('a place: %s', (_, parts, paths) => {
  expect(pathsOf(parts)).toEqual(paths)
})

test('places, plans and shards come back from a link as they were', () => {
  const parsed = parseScenario(
    scenarioOf({
      instances: oneWriter,
      endpoints: [heavy],
      keys: { rows: [10, 19] },
      workload: { on: 'heavy', healthCheck: { pause: '5s' } },
    }),
  )
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const { scenario, setup } = parsed
  const commands: { at: number; command: Command }[] = [
    { at: 7, command: { do: 'SetPlacement', workload: 'shop', on: 'reader' } },
    {
      at: 8,
      command: { do: 'SetHealthCheck', workload: 'shop', isOn: true, standby: ['r1'], pause: '2s' },
    },
    { at: 9, command: { do: 'SetHealthCheck', workload: 'shop', isOn: false } },
  ]
  const decoded = decodeLink(encodeLink(recordingOf(scenario, setup.seed, commands), view))
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.problems))
  expect(decoded.recording.scenario).toEqual(scenario)
  expect(decoded.recording.branches[0]!.commands).toEqual(commands)
  expect(setup.workload[0]).toMatchObject({
    route: 'endpoint',
    endpoint: 0,
    own: { first: 10, rows: 10 },
    healthCheck: { standby: [], pauseMicros: 5_000_000 },
  })
  expect(setup.endpoints).toEqual([{ id: 'heavy', kind: 'reader', members: [2] }])
})
