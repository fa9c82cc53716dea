/**
 * A second of model time with a thousand typed statements over 100,000 rows, all laws, beside a
 * second of the busiest built-in scenario, which keeps the budget of the full model: whoever may
 * play that one may play this one.
 */
import type { Setup } from '../../src/engine/contract/scenario.ts'
import { createSimulation, runUntil } from '../../src/engine/index.ts'
import { everything } from '../../src/engine/answers.ts'
import { compare, type Runner } from '../compare.ts'
import type { BenchRow } from '../finding.ts'
import { busiestScenario } from '../models/busiestScenario.ts'
import { typists } from '../models/typists.ts'
import { told } from '../spread.ts'

const milli = 1_000
const goal = 0.5
/** In milliseconds of model time. */
const slice = { events: 500, pairs: 9, warmUps: 6 }

function runnerOf(setup: Setup): Runner {
  const simulation = createSimulation(setup, everything)
  return {
    advance(millis) {
      const { stopped } = runUntil(simulation, simulation.world.now + millis * milli, Infinity)
      if (stopped !== 'reached') throw new Error(`${setup.name} stopped: ${stopped}`)
    },
  }
}

export const sqlRow: BenchRow = {
  id: 'sql',
  measure: () => {
    const busiest = busiestScenario()
    const { ratio, first } = compare(runnerOf(typists()), runnerOf(busiest.setup), slice)
    const speed = first.median * 1_000
    return [
      {
        what: '1,000 statements/s over 100,000 rows with laws',
        goal: `${goal} x ${busiest.name}`,
        found: `${told(ratio, 2)} x; ${speed.toFixed(1)} s of model time a CPU second`,
        isMet: ratio.median >= goal,
      },
    ]
  },
}
