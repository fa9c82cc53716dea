/** Only a single master draws how long a transaction takes its CPU. Rule W13. */
import { at, each, type Given } from './draft.ts'
import { type Problem, renderPath } from './problem.ts'

export function checkCpuTimes(root: Given): Problem[] {
  if (at(root, 'cluster', 'topology').value !== 'multi-master') return []
  return each(root, 'workload')
    .map(item => at(item, 'service'))
    .filter(({ value }) => value !== undefined)
    .map(({ path }) => ({
      path: renderPath(path),
      message: 'with several writers a transaction always takes the same time',
      allowed: 'nothing',
    }))
}
