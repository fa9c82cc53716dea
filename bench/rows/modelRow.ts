/**
 * Row 2: the whole model with its laws, in the scenario that makes the most events per second of
 * model time, beside simjs running the bare six-way write; and how much of its time is spent on
 * collecting garbage.
 */
import { PerformanceObserver } from 'node:perf_hooks'
import { createSimulation, runUntil } from '../../src/engine/index.ts'
import { everything } from '../../src/engine/later.ts'
import { compare, type Runner } from '../compare.ts'
import type { BenchRow, Finding } from '../finding.ts'
import { type Busiest, busiestScenario } from '../models/busiestScenario.ts'
import { quorumOnSimjs } from '../models/quorumOnSimjs.ts'
import { told } from '../spread.ts'

const slice = { events: 100_000, pairs: 15, warmUps: 4 }
const goal = { times: 0.5, garbagePercent: 8 }

function runnerOf({ name, setup }: Busiest): Runner {
  const simulation = createSimulation(setup, everything)
  const advance = (events: number) => {
    const { stopped } = runUntil(simulation, Number.MAX_SAFE_INTEGER, events)
    if (stopped !== 'limit') throw new Error(`${name} stopped: ${stopped}`)
  }
  return { advance }
}

/** The share of the time of some work during which garbage was collected, in percent. */
async function garbagePercent(work: () => void): Promise<number> {
  let collecting = 0
  const observer = new PerformanceObserver(list => {
    for (const entry of list.getEntries()) collecting += entry.duration
  })
  observer.observe({ entryTypes: ['gc'] })
  const begun = performance.now()
  work()
  const lasted = performance.now() - begun
  await new Promise(resolve => setTimeout(resolve, 50))
  observer.disconnect()
  return (100 * collecting) / lasted
}

async function measure(): Promise<Finding[]> {
  const busiest = busiestScenario()
  const model = runnerOf(busiest)
  const { ratio, first, second } = compare(model, quorumOnSimjs(100, 1), slice)
  const garbage = await garbagePercent(() => model.advance(2_000_000))
  const rates = `${told(first, 2)} against ${told(second, 1)} M events a CPU second`
  return [
    {
      what: `full model with laws, ${busiest.name}`,
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

export const modelRow: BenchRow = { id: 'model', measure }
