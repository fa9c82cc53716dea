/**
 * Which capacities there are: of Serverless v2 a range on the grid of half an ACU; of v1 two listed
 * steps of the edition, exactly one instance, and times within the published limits (API). Nothing
 * of one generation is given to the other.
 */
import { defaultRange, rangeProblem, rangeRule } from './capacityRange.ts'
import { defaultV1Range, stepsOf } from './capacitySteps.ts'
import { checkFeatures } from './checkFeatures.ts'
import { at, each, type Given } from './draft.ts'
import { parseDuration } from './duration.ts'
import { serverlessClass } from './instanceClass.ts'
import { type Problem, renderPath } from './problem.ts'

function wrong({ path }: Given, message: string, allowed: string): Problem {
  return { path: renderPath(path), message, allowed }
}

export function checkCapacity(cluster: Given): Problem[] {
  const given = at(cluster, 'serverless')
  if (at(given, 'generation').value !== 'v1') {
    return [...checkRange(given), ...checkV2(given), ...checkFeatures(cluster)]
  }
  return [...checkSteps(cluster), ...checkTimes(given), ...checkInstances(cluster)]
}

function checkRange(given: Given): Problem[] {
  const min = at(given, 'min').value ?? defaultRange.min
  const max = at(given, 'max').value ?? defaultRange.max
  if (typeof min !== 'number' || typeof max !== 'number') return []
  if (rangeProblem(min, max) === null) return []
  const message = `${min} to ${max} ACU is no range of Serverless v2`
  return [wrong(given, message, rangeRule)]
}

function checkV2(given: Given): Problem[] {
  const problems = ['timeout', 'onTimeout']
    .filter(name => at(given, name).value !== undefined)
    .map(name => wrong(at(given, name), `"${name}" is of Serverless v1`, 'nothing'))
  const pause = at(given, 'pauseAfter')
  if (pause.value !== null) return problems
  return [...problems, wrong(pause, 'Serverless v2 pauses where min is 0', 'a duration')]
}

/** E1. */
function checkSteps(cluster: Given): Problem[] {
  const given = at(cluster, 'serverless')
  const edition = at(cluster, 'edition').value === 'postgresql' ? 'postgresql' : 'mysql'
  const steps = stepsOf(edition)
  const min = Number(at(given, 'min').value ?? defaultV1Range.min)
  const max = Number(at(given, 'max').value ?? defaultV1Range.max)
  if (steps.includes(min) && steps.includes(max) && min <= max) return []
  const message = `${min} to ${max} ACU is no range of Serverless v1 with ${edition}`
  return [wrong(given, message, `min up to max, both of ${steps.join(', ')} ACU`)]
}

const second = 1_000_000

/** E6, E10. */
function checkTimes(given: Given): Problem[] {
  return [
    ...checkBetween(at(given, 'timeout'), 60, 600),
    ...checkBetween(at(given, 'pauseAfter'), 300, 86_400),
    ...(at(given, 'platform').value === undefined
      ? []
      : [wrong(at(given, 'platform'), 'Serverless v1 has no platform versions', 'nothing')]),
    ...(at(given, 'features').value === undefined
      ? []
      : [wrong(at(given, 'features'), '"features" is of Serverless v2', 'nothing')]),
  ]
}

function checkBetween(given: Given, least: number, most: number): Problem[] {
  if (typeof given.value !== 'string') return []
  const micros = parseDuration(given.value)
  if (micros === null || (micros >= least * second && micros <= most * second)) return []
  const message = `${given.value} is out of range for Serverless v1`
  return [wrong(given, message, `a duration from "${least}s" to "${most}s"`)]
}

/** E12. */
function checkInstances(cluster: Given): Problem[] {
  const instances = each(cluster, 'instances').filter(its => at(its, 'spare').value !== true)
  const isAlone = instances.length === 1
  if (isAlone && at(instances[0]!, 'class').value === serverlessClass) return []
  const message = 'a cluster of Serverless v1 has exactly one instance, and that is serverless'
  return [wrong(at(cluster, 'instances'), message, 'one instance of class "serverless"')]
}
