/**
 * Four writers over one volume, with all laws, beside simjs running the bare six-way write, as the
 * row of the full model; and what of it goes into collecting garbage.
 */
import { compare } from '../compare.ts'
import type { BenchRow, Finding } from '../finding.ts'
import { fourWriters } from '../models/fourWriters.ts'
import { quorumOnSimjs } from '../models/quorumOnSimjs.ts'
import { garbagePercent, simulationRunner } from '../simulationRunner.ts'
import { told } from '../spread.ts'

const slice = { events: 100_000, pairs: 15, warmUps: 4 }
const goal = { times: 0.5, garbagePercent: 8 }

async function measure(): Promise<Finding[]> {
  const model = simulationRunner(fourWriters())
  const { ratio, first, second } = compare(model, quorumOnSimjs(100, 1), slice)
  const garbage = await garbagePercent(() => model.advance(1_000_000))
  const rates = `${told(first, 2)} against ${told(second, 1)} M events a CPU second`
  return [
    {
      what: 'four writers with laws',
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

export const writersRow: BenchRow = { id: 'writers', measure }
