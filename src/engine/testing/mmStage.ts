/**
 * A stage for stories of several writers: a cluster from a few words with its laws, named sessions
 * that run one transaction each, and the facts told so far. For tests only.
 */
import { sweepLaws } from '../checkers/watch.ts'
import type { Command, Commands } from '../contract/commands.ts'
import type { Fact, FactKey, FactOf } from '../contract/facts.ts'
import type { ParameterValues } from '../contract/parameters.ts'
import type { Setup } from '../contract/scenario.ts'
import { resolveParameters } from '../formats/parameterTable.ts'
import { apply, createSimulation, listen, runUntil, type Simulation } from '../simulation.ts'
import { everything } from '../wings/everything.ts'
import type { MultiMaster } from '../aurora/multimaster/multiMaster.ts'

export interface MmStage {
  simulation: Simulation
  mm: MultiMaster
  facts: Fact[]
}

type Workload = Setup['workload'][number]

export interface MmCast {
  seed?: number
  writers?: number
  groups?: number
  rows?: number
  rowsPerPage?: number
  indexes?: string[]
  zones?: number[]
  workload?: Partial<Workload>[]
  parameters?: Record<string, number>
}

const exact = {
  'network.jitter': 0,
  'network.tailProbability': 0,
  'instance.restart': 1_000_000,
  'multiMaster.replicationJitter': 0,
}

/** The fixed setting of the reference's scripts: no jitter, lag 30 ms, every link crosses zones. */
export function setMmStage(cast: MmCast = {}): MmStage {
  const simulation = createSimulation(setupOf(cast), everything)
  const facts: Fact[] = []
  listen(simulation, fact => facts.push(fact), true)
  return { simulation, mm: simulation.world.multiMaster!, facts }
}

function setupOf(cast: MmCast): Setup {
  const { writers = 2, rows = 320, rowsPerPage = 8, zones = [0, 1, 2, 0] } = cast
  const parameters = { ...resolveParameters({}), ...exact, ...cast.parameters } as ParameterValues
  return {
    name: 'story',
    seed: cast.seed ?? 1,
    dialect: 'mysql-5.6',
    topology: 'multi-master',
    instances: Array.from({ length: writers }, (_, index) => ({
      id: `w${index + 1}`,
      zone: zones[index]!,
      role: 'writer' as const,
      vcpus: 2,
      tier: 0,
      isServerless: false,
    })),
    serverless: null,
    demand: [],
    groupCount: cast.groups ?? 1,
    parameters,
    tables: [
      {
        name: 'account',
        rows,
        rowsPerPage,
        firstPage: 0,
        pages: Math.ceil(rows / rowsPerPage),
        columns: [],
        indexes: cast.indexes ?? [],
      },
    ],
    workload: (cast.workload ?? sessionsOf(writers)).map(workloadOf),
    script: [],
    untilMicros: 60_000_000,
    opensAtMicros: 0,
    pace: [],
  } as Setup
}

/** A named session a writer: s1 at w1, s2 at w2 … */
function sessionsOf(writers: number): Partial<Workload>[] {
  return Array.from({ length: writers }, (_, index) => ({ id: `s${index + 1}` }))
}

function workloadOf(workload: Partial<Workload>): Workload {
  return {
    id: 'shop',
    on: 'w1',
    kind: 'scripted',
    route: 'instance',
    mode: 'INSTANCE_RAW',
    sessions: 1,
    thinkMicros: 1_000_000_000,
    reads: 0,
    writes: 1,
    table: 0,
    pattern: 'uniform',
    hotSharePpm: 900_000,
    ...workload,
  }
}

/** Gives a command now; a refusal is thrown. */
export function tellMm({ simulation }: MmStage, command: Command): void {
  const outcome = apply(simulation, command)
  if (!outcome.accepted) throw new Error(JSON.stringify(outcome.reason))
}

/** Session n runs one transaction at writer n. */
export function runOn(stage: MmStage, n: number, more: Partial<Commands['RunTransaction']>): void {
  tellMm(stage, { do: 'RunTransaction', session: `s${n}`, on: `w${n}`, table: 'account', ...more })
}

/** Plays on and asks the laws about everything; what is broken is thrown. */
export function playOn({ simulation }: MmStage, micros: number): void {
  runUntil(simulation, simulation.world.now + micros, Infinity)
  const { world, watched, laws } = simulation
  const broken = simulation.broken ?? sweepLaws(world, watched, laws)
  if (broken) throw new Error(JSON.stringify(broken))
}

export function told<K extends FactKey>({ facts }: MmStage, key: K): FactOf<K>[] {
  return facts.filter(({ fact }) => fact === key) as FactOf<K>[]
}

/** The facts that led to one, newest first. */
export function chainOf(stage: MmStage, { cause }: Fact): FactKey[] {
  const found = stage.facts.find(({ id }) => id === cause)
  return found ? [found.fact, ...chainOf(stage, found)] : []
}
