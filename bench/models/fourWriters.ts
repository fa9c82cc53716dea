/**
 * Four writers at work: each has an application of its own with a table of its own, and one more
 * takes turns over all of them on a shared table, so that changes are refused and undone too.
 */
import type { Scenario, SessionsWorkload, Setup } from '../../src/engine/contract/scenario.ts'
import { parseScenario } from '../../src/engine/answers.ts'

const names = ['w1', 'w2', 'w3', 'w4'] as const
const zones = ['a', 'b', 'c', 'a'] as const

function team(id: string, on: string, table: string): SessionsWorkload {
  return {
    id,
    kind: 'sessions',
    on,
    sessions: 16,
    think: '10ms',
    transaction: { reads: 1, writes: 2 },
    keys: { table, pattern: 'uniform' },
  }
}

const scenario: Scenario = {
  version: 1,
  name: 'four-writers',
  title: 'Four writers at work?',
  question: 'How many events a second?',
  seed: 1,
  cluster: {
    topology: 'multi-master',
    instances: names.map((id, index) => ({ id, az: zones[index]!, class: 'db.r5.large' })),
    volume: { protectionGroups: 4 },
  },
  tables: ['shared', ...names].map(name => ({ name, rows: 1_600, rowsPerPage: 8 })),
  workload: [
    ...names.map(name => team(`team-${name}`, name, name)),
    { ...team('everybody', 'round-robin', 'shared'), sessions: 4 },
  ],
  until: '60s',
}

export function fourWriters(): Setup {
  const parsed = parseScenario(scenario)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.setup
}
