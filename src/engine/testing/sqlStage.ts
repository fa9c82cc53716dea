/** A cluster at which tests type SQL: no jitter, a table of four accounts, all laws on. */
import type { Fact, FactKey, FactOf } from '../contract/facts.ts'
import type { Scenario } from '../contract/scenario.ts'
import type { StatementRecord } from '../contract/sql.ts'
import { statementsOf } from '../aurora/sql/askSql.ts'
import { isSettled } from '../aurora/sql/isSettled.ts'
import { fourAccounts, oneWriter } from '../scenarios/statements.ts'
import { readScenario } from '../readScenario.ts'
import { apply, createSimulation, listen, runUntil, type Simulation, step } from '../simulation.ts'
import { everything } from '../wings/everything.ts'

export interface SqlStage {
  simulation: Simulation
  facts: Fact[]
}

type Given = Partial<Pick<Scenario, 'tables' | 'workload' | 'script'>> & {
  cluster?: Partial<Scenario['cluster']>
}

export function setSqlStage({ cluster, ...given }: Given = {}): SqlStage {
  const parameters = { 'network.jitter': 0, ...cluster?.parameters }
  const parsed = readScenario({
    ...{ version: 1, name: 'story', title: 'A story', question: 'What happens?' },
    tables: [fourAccounts],
    ...given,
    cluster: { ...oneWriter, ...cluster, parameters },
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const simulation = createSimulation(parsed.setup, everything)
  const facts: Fact[] = []
  listen(simulation, fact => facts.push(fact), true)
  return { simulation, facts }
}

/** Gives the text and does not wait. */
export function type({ simulation }: SqlStage, session: string, text: string, on?: string): void {
  const place = on === undefined ? {} : { on }
  const outcome = apply(simulation, { do: 'RunSql', session, text, ...place })
  if (!outcome.accepted) throw new Error(JSON.stringify(outcome.reason))
}

/** Plays until every statement is answered or waits, at most a minute of model time. */
export function settle({ simulation }: SqlStage): void {
  const limit = simulation.world.now + 60_000_000
  while (!isSettled(simulation.world) && simulation.world.now < limit) {
    if (simulation.broken) throw new Error(JSON.stringify(simulation.broken))
    step(simulation, 'event')
  }
}

/** Types, settles, and gives what the last statement of the text came to. */
export function run(stage: SqlStage, session: string, text: string, on?: string): StatementRecord {
  type(stage, session, text, on)
  settle(stage)
  return recordsOf(stage)
    .filter(record => record.session === session)
    .at(-1)!
}

export function playFor({ simulation }: SqlStage, micros: number): void {
  runUntil(simulation, simulation.world.now + micros, Number.POSITIVE_INFINITY)
}

export function recordsOf({ simulation }: SqlStage): StatementRecord[] {
  return statementsOf(simulation.world)
}

export function told<K extends FactKey>({ facts }: SqlStage, key: K): FactOf<K>[] {
  return facts.filter(({ fact }) => fact === key) as FactOf<K>[]
}
