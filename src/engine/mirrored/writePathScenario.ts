/**
 * Aurora's side as a scenario: one writer and one application that only changes rows, as SysBench
 * write-only does. Sizes of the machine and of the crowd are *assumptions*. Rule Y1.
 */
import type { Scenario } from '../contract/scenario.ts'
import type { WritePathRequest } from '../contract/writePath.ts'

const rowsPerPage = 8

/** Warm-up and end of a run, and how long a session thinks. */
export const writePathSpan = { from: '500ms', until: '1s', think: '1ms' } as const

export function writePathScenario(request: WritePathRequest): Scenario {
  const { seed, sessions, writes, pages, isDiskDown } = request
  return {
    version: 1,
    name: 'write-path',
    title: `Write path: ${sessions} sessions that change ${writes} rows`,
    question: 'What crosses the network for a transaction?',
    tags: ['write path'],
    seed,
    pace: [{ from: '0s', speed: '1/100' }],
    cluster: {
      edition: 'mysql',
      topology: 'single-master',
      instances: [{ id: 'w1', az: 'a', class: 'db.r5.large' }],
      volume: { protectionGroups: 1 },
    },
    tables: [{ name: 'sbtest', rows: pages * rowsPerPage, rowsPerPage }],
    workload: [
      {
        id: 'app',
        kind: 'sessions',
        on: 'w1',
        sessions,
        think: writePathSpan.think,
        transaction: { writes },
        keys: { table: 'sbtest', pattern: 'uniform' },
      },
    ],
    ...(isDiskDown ? { script: [downAtHalf] } : {}),
    until: writePathSpan.until,
  }
}

/** A storage node of the writer’s neighbour zone. */
const downAtHalf = {
  at: writePathSpan.from,
  do: 'InjectFault',
  fault: 'NodeCrash',
  target: 'node-b1',
} as const
