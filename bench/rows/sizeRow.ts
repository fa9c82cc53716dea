/** Row 6: what the built page weighs before its stage is alive. */
import type { BenchRow, Finding } from '../finding.ts'
import { projectScript } from '../projectScript.ts'

type Building = typeof import('../../scripts/buildPage.mjs')
type Weighing = typeof import('../../scripts/sizeBudget.mjs')

function finding(what: string, kilobytes: number, limit: number): Finding {
  return {
    what,
    goal: `<= ${limit} kB gzip`,
    found: `${kilobytes.toFixed(1)} kB`,
    isMet: kilobytes > 0 && kilobytes <= limit,
  }
}

async function measure(): Promise<Finding[]> {
  const { buildPage } = await projectScript<Building>('buildPage.mjs')
  const { budget, weighPage } = await projectScript<Weighing>('sizeBudget.mjs')
  await buildPage()
  const { totals } = weighPage()
  return [
    finding('first load', totals.firstLoad, budget.firstLoad),
    finding('worker', totals.worker, budget.worker),
  ]
}

export const sizeRow: BenchRow = { id: 'size', measure }
