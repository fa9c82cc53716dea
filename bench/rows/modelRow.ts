/**
 * Row 2: the whole model with its laws, in the scenario that makes the most events per second of
 * model time, beside simjs running the bare six-way write.
 */
import type { BenchRow } from '../finding.ts'
import { busiestScenario } from '../models/busiestScenario.ts'
import { besideSimjs } from './besideSimjs.ts'

export const modelRow: BenchRow = {
  id: 'model',
  measure: () => {
    const { name, setup } = busiestScenario()
    return besideSimjs(`full model with laws, ${name}`, setup, 2_000_000)
  },
}
