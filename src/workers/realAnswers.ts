/** Reports and bills of the real engine, loaded with the first of them. */
import type { Fact } from '../engine/contract/facts.ts'
import type { FactPattern } from '../engine/contract/pattern.ts'
import type { Report } from '../engine/contract/report.ts'
import type { Simulation } from '../engine/index.ts'
import {
  answerBill,
  checkExpectations,
  countPatterns,
  digest,
  reportOf,
} from '../engine/answers.ts'
import type { AnswersDoor, Machine } from './engineDoor.ts'

export const realAnswers: AnswersDoor = {
  reportOf: (machine, scenario, facts) =>
    reportOn(simulationOf(machine), scenario.expect ?? [], facts),
  billOf: (machine, request, facts) => answerBill(simulationOf(machine).world, request, facts),
}

function simulationOf({ simulation }: Machine): Simulation {
  return simulation as Simulation
}

function reportOn(simulation: Simulation, patterns: FactPattern[], facts: Fact[]): Report {
  const counts = countPatterns(patterns)
  for (const fact of facts) counts.tell(fact)
  const { broken, world } = simulation
  return reportOf(world, {
    digest: digest(simulation),
    watched: simulation.watched,
    capacity: facts.filter(fact => fact.fact === 'CapacityChanged'),
    metered: facts,
    broken: broken === null ? [] : [brokenLaw(broken)],
    expectations: checkExpectations(counts),
  })
}

function brokenLaw(broken: NonNullable<Simulation['broken']>): Report['laws']['broken'][number] {
  const { law, at, key, parameters } = broken
  return { id: law, at, key, parameters }
}
