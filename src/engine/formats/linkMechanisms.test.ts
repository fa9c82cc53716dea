/** Clusters and commands beyond the first ones travel in links as they are (Formats §2). */
import { expect, test } from 'vitest'
import type { StampedCommand } from '../contract/commands.ts'
import type { Scenario } from '../contract/scenario.ts'
import { decodeLink, encodeLink } from './link.ts'
import { parseScenario } from './parseScenario.ts'

const view = { at: 1_500, speed: null, selection: 'w2' }

function roundTrip(scenario: Scenario, commands: StampedCommand[]) {
  const parsed = parseScenario(scenario)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const branches = [{ id: 'main', from: null, commands }]
  const recording = { scenario, seed: parsed.setup.seed, branch: 'main', branches }
  const decoded = decodeLink(encodeLink(recording, view))
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.problems))
  expect(decoded.recording).toEqual(recording)
}

const plain = { version: 1, name: 'mine', title: 'Mine?', question: 'Mine?' } as const

test('several writers: placement, read mode, one transaction, a change of a table', () => {
  const scenario: Scenario = {
    ...plain,
    cluster: {
      topology: 'multi-master',
      instances: [
        { id: 'w1', az: 'a' },
        { id: 'w2', az: 'b' },
      ],
      parameters: { 'multiMaster.replicationLag': '20ms' },
    },
    tables: [{ name: 'account', rows: 32 }],
    script: [{ at: '1ms', do: 'RunTransaction', session: 'ann', on: 'w1', table: 'account' }],
  }
  roundTrip(scenario, [
    { at: 7, command: { do: 'SetPlacement', workload: 'ann', on: 'round-robin' } },
    { at: 8, command: { do: 'SetReadMode', workload: 'ann', mode: 'REGIONAL_RAW' } },
    {
      at: 2_000,
      command: { do: 'RunTransaction', session: 'ann', on: 'w2', table: 'account', write: [1] },
    },
    { at: 2_000, command: { do: 'RunDdl', on: 'w2', table: 'account' } },
    { at: 3_000, command: { do: 'InjectFault', fault: 'InstanceCrash', target: 'w2' } },
  ])
})

test('full and tail copies, a replacement, another quorum, and faults of members', () => {
  const scenario: Scenario = {
    ...plain,
    cluster: {
      instances: [{ id: 'w1', az: 'a' }],
      volume: { protectionGroups: 2, segments: 'full-tail' },
      parameters: { 'repair.transfer': '1s', 'repair.automatic': 0 },
    },
    script: [{ at: '1ms', do: 'ReplaceSegment', segment: 'pg1/a1', onto: 'node-a3' }],
  }
  roundTrip(scenario, [
    { at: 7, command: { do: 'ReplaceSegment', segment: 'pg2/b1' } },
    { at: 8, command: { do: 'ChangeQuorum', model: '3/4' } },
    { at: 9, command: { do: 'InjectFault', fault: 'NodeLoss', target: 'node-c1' } },
    { at: 10, command: { do: 'InjectFault', fault: 'HotNode', target: 'node-b1', factor: 5 } },
    { at: 11, command: { do: 'ChangeQuorum', model: '4/6' } },
  ])
})

test('Serverless and a reader: demand, and a range', () => {
  const scenario: Scenario = {
    ...plain,
    cluster: {
      instances: [
        { id: 'w1', az: 'a', class: 'serverless' },
        { id: 'r1', az: 'b', class: 'serverless', role: 'reader', tier: 2 },
      ],
      serverless: { generation: 'v2', min: 0, max: 8 },
    },
    workload: [{ id: 'crowd', kind: 'demand', unit: 'ACU', points: [['0s', 1.5]] }],
  }
  roundTrip(scenario, [
    { at: 1, command: { do: 'SetDemand', workload: 'crowd', level: 2.5 } },
    { at: 2, command: { do: 'SetDemand', workload: 'crowd', level: null } },
    { at: 3, command: { do: 'SetCapacityRange', min: 0.5, max: 32 } },
  ])
})
