/** A simulation as something that can run so many more events, laws and all; and what it wastes. */
import { PerformanceObserver } from 'node:perf_hooks'
import type { Setup } from '../src/engine/contract/scenario.ts'
import { createSimulation, runUntil } from '../src/engine/index.ts'
import { everything } from '../src/engine/answers.ts'
import type { Runner } from './compare.ts'

export function simulationRunner(setup: Setup): Runner {
  const simulation = createSimulation(setup, everything)
  const advance = (events: number) => {
    const { stopped } = runUntil(simulation, Number.MAX_SAFE_INTEGER, events)
    if (stopped !== 'limit') throw new Error(`${setup.name} stopped: ${stopped}`)
  }
  return { advance }
}

/** The share of the time of some work during which garbage was collected, in percent. */
export async function garbagePercent(work: () => void): Promise<number> {
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
