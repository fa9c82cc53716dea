/**
 * An idle day of Serverless against the clock of the CPU: asleep most of the day, and awake all day
 * at half an ACU because a connection is open.
 */
import type { Setup } from '../../src/engine/contract/scenario.ts'
import { createSimulation, runUntil } from '../../src/engine/index.ts'
import { everything, parseScenario, scenarios } from '../../src/engine/answers.ts'
import { cpuMicros } from '../compare.ts'
import type { BenchRow, Finding } from '../finding.ts'
import { spreadOf, told } from '../spread.ts'

const dayMicros = 86_400_000_000
const days = 5
const goal = 5_000

/** Nobody works; one session that only thinks keeps it awake if it is there. */
function idleSetup(sessions: number, gossipPeriod = '10000ms'): Setup {
  const scenario = scenarios['asleep-until-called']!
  const parameters = { 'storage.gossipPeriod': gossipPeriod }
  const parsed = parseScenario({
    ...scenario,
    cluster: { ...scenario.cluster, parameters },
    workload: [
      {
        id: 'shop',
        kind: 'sessions',
        on: 'w1',
        sessions,
        think: '3600s',
        transaction: { reads: 1, writes: 1 },
        keys: { table: 'account', pattern: 'uniform' },
      },
    ],
    script: [],
    expect: [],
    until: '1d',
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.setup
}

/** Model time over CPU time, a new run each day. */
function timesOfDay(setup: Setup): number {
  const simulation = createSimulation(setup, everything)
  return dayMicros / cpuMicros(() => runUntil(simulation, dayMicros, Infinity))
}

function findingOf(what: string, setup: Setup): Finding {
  timesOfDay(setup)
  const times = spreadOf(Array.from({ length: days }, () => timesOfDay(setup)))
  return {
    what,
    goal: `${goal} x real time`,
    found: `${told(times, 0)} x`,
    isMet: times.median >= goal,
  }
}

export const idleRow: BenchRow = {
  id: 'idle',
  measure: () => [
    findingOf('an idle day of Serverless, asleep', idleSetup(0)),
    findingOf('the same awake, a connection open', idleSetup(1)),
    findingOf('the same, copies compare every 100 ms', idleSetup(1, '100ms')),
  ],
}
