/**
 * A model with all its laws beside simjs running the bare six-way write, and what of it goes into
 * collecting garbage.
 */
import type { Setup } from '../../src/engine/contract/scenario.ts'
import { compare } from '../compare.ts'
import type { Finding } from '../finding.ts'
import { quorumOnSimjs } from '../models/quorumOnSimjs.ts'
import { garbagePercent, simulationRunner } from '../simulationRunner.ts'
import { told } from '../spread.ts'

const slice = { events: 100_000, pairs: 15, warmUps: 4 }
const goal = { times: 0.5, garbagePercent: 8 }

export async function besideSimjs(
  what: string,
  setup: Setup,
  garbageEvents: number,
): Promise<Finding[]> {
  const model = simulationRunner(setup)
  const { ratio, first, second } = compare(model, quorumOnSimjs(100, 1), slice)
  const garbage = await garbagePercent(() => model.advance(garbageEvents))
  const rates = `${told(first, 2)} against ${told(second, 1)} M events a CPU second`
  return [
    {
      what,
      goal: `${goal.times} x simjs bare`,
      found: `${told(ratio, 2)} x; ${rates}`,
      isMet: ratio.median >= goal.times,
    },
    {
      what: 'garbage collection in that run',
      goal: `<= ${goal.garbagePercent} %`,
      found: `${garbage.toFixed(1)} %`,
      isMet: garbage <= goal.garbagePercent,
    },
  ]
}
