/**
 * A whole cluster from a few words, with its laws, for tests: run it, give it commands, look at
 * it, read the facts told so far.
 */
import { frameOf } from '../aurora/frame/frameOf.ts'
import type { Broken } from '../checkers/law.ts'
import { sweepLaws } from '../checkers/watch.ts'
import type { Command, CommandOutcome } from '../contract/commands.ts'
import type { Fact, FactKey, FactOf } from '../contract/facts.ts'
import type { FaultKind } from '../contract/faults.ts'
import type { Frame } from '../contract/frame.ts'
import type { Scenario, Setup } from '../contract/scenario.ts'
import { parseScenario } from '../formats/parseScenario.ts'
import { everything } from '../wings/everything.ts'
import { apply, createSimulation, listen, runUntil, type Simulation } from '../simulation.ts'

export interface Cast {
  seed?: number
  groups?: number
  zone?: 'a' | 'b' | 'c'
  sessions?: number
  think?: string
  reads?: number
  writes?: number
  pattern?: 'uniform' | 'hot' | 'sequential' | 'append'
  parameters?: Scenario['cluster']['parameters']
  /** Readers r1, r2 … of rising tier, in the other zones in turn. */
  readers?: number
  /** Where the shop's requests go; to the first writer unless said. */
  route?: 'instance' | 'cluster' | 'reader'
  /** The shop goes through a proxy. */
  via?: 'proxy'
  /** A second application that only reads, by the reader endpoint. */
  readingSessions?: number
  /** With the restart and recovery times of a scenario instead of short ones. */
  isSlow?: boolean
}

export interface Cluster {
  simulation: Simulation
  facts: Fact[]
}

/** Shorter than a scenario may ask for, so that a recovery and a promotion fit into a test. */
const quick = {
  'instance.restart': 1_000_000,
  'failover.recover': 500_000,
  'failover.heartbeat': 200_000,
  'failover.roleChange': 300_000,
  'endpoint.dnsUpdate': 200_000,
  'endpoint.dnsTtl': 200_000,
}

export function startCluster(cast: Cast = {}): Cluster {
  const parsed = parseScenario(scenarioOf(cast))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  if (!cast.isSlow) Object.assign(parsed.setup.parameters, quick)
  addReaders(parsed.setup, cast.readers ?? 0)
  for (const workload of parsed.setup.workload) workload.route = cast.route ?? 'instance'
  if (cast.via) for (const workload of parsed.setup.workload) workload.isViaProxy = true
  addReading(parsed.setup, cast.readingSessions ?? 0)
  const simulation = createSimulation(parsed.setup, everything)
  const facts: Fact[] = []
  listen(simulation, fact => facts.push(fact), true)
  return { simulation, facts }
}

function addReading({ workload }: Setup, sessions: number): void {
  const [shop] = workload
  if (sessions === 0) return
  workload.push({ ...shop!, id: 'report', route: 'reader', sessions, reads: 2, writes: 0 })
}

function addReaders({ instances }: Setup, readers: number): void {
  const [writer] = instances
  for (let number = 1; number <= readers; number++) {
    const zone = (writer!.zone + number) % 3
    instances.push({ ...writer!, id: `r${number}`, zone, role: 'reader', tier: number })
  }
}

function scenarioOf(cast: Cast): Scenario {
  return {
    version: 1,
    name: 'test',
    title: 'A cluster under test?',
    question: 'Does it hold?',
    seed: cast.seed ?? 1,
    cluster: {
      instances: [{ id: 'w1', az: cast.zone ?? 'b', class: 'db.r5.large' }],
      volume: { protectionGroups: cast.groups ?? 1 },
      parameters: cast.parameters ?? {},
    },
    tables: [{ name: 'account', rows: 320, rowsPerPage: 8 }],
    workload: [workloadOf(cast)],
    until: '10min',
  }
}

function workloadOf(cast: Cast): NonNullable<Scenario['workload']>[number] {
  const { sessions = 4, think = '4ms', reads = 1, writes = 1, pattern = 'uniform' } = cast
  const keys = { table: 'account', pattern }
  return {
    id: 'shop',
    kind: 'sessions',
    on: 'w1',
    sessions,
    think,
    transaction: { reads, writes },
    keys,
  }
}

/** Runs on for a while and asks the laws about everything; what is broken is thrown. */
export function run(cluster: Cluster, micros: number): void {
  const { simulation } = cluster
  runUntil(simulation, simulation.world.now + micros, Infinity)
  const broken =
    simulation.broken ?? sweepLaws(simulation.world, simulation.watched, simulation.laws)
  if (broken) throw new Error(JSON.stringify(broken))
}

export function give(cluster: Cluster, command: Command): CommandOutcome {
  return apply(cluster.simulation, command)
}

export function inject(cluster: Cluster, fault: FaultKind, target: string, more = {}): void {
  demand(give(cluster, { do: 'InjectFault', fault, target, ...more }))
}

export function heal(cluster: Cluster, fault: FaultKind, target: string): void {
  demand(give(cluster, { do: 'HealFault', fault, target }))
}

function demand(outcome: CommandOutcome): void {
  if (!outcome.accepted) throw new Error(JSON.stringify(outcome.reason))
}

export function look(cluster: Cluster): Frame {
  const { world, context } = cluster.simulation
  return frameOf(world, 0, context.mechanisms)
}

export function factsOf<K extends FactKey>({ facts }: Cluster, key: K): FactOf<K>[] {
  return facts.filter(({ fact }) => fact === key) as FactOf<K>[]
}

/** The law that breaks within so many microseconds, or null. */
export function brokenWithin({ simulation }: Cluster, micros: number): Simulation['broken'] {
  runUntil(simulation, simulation.world.now + micros, Infinity)
  return simulation.broken
}

/** What a look at everything finds broken, or null. */
export function sweep({ simulation }: Cluster): Broken | null {
  return sweepLaws(simulation.world, simulation.watched, simulation.laws)
}
