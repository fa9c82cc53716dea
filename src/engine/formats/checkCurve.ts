/**
 * A fluid demand has points or a shape, not both; a shape has the numbers that mean something for
 * it, and its times fit into each other. Rule S30.
 */
import type { CurveShape, DemandCurve } from '../contract/demandCurve.ts'
import { fillCurve, timesOfShape } from './curveShapes.ts'
import { at, each, type Given, isDraft } from './draft.ts'
import { parseDuration } from './duration.ts'
import { type Problem, renderPath } from './problem.ts'

/** Of a random walk, and of a list of points. */
export const mostPoints = 1_000

export function checkCurves(root: Given): Problem[] {
  return each(root, 'workload')
    .filter(item => at(item, 'kind').value === 'demand')
    .flatMap(item => [...checkChoice(item), ...checkShape(at(item, 'curve'))])
}

function problemAt({ path }: Given, message: string, allowed: string): Problem {
  return { path: renderPath(path), message, allowed }
}

function checkChoice(item: Given): Problem[] {
  const has = (key: string) => at(item, key).value !== undefined
  if (has('curve') && has('repeat')) {
    return [problemAt(at(item, 'repeat'), 'a shape begins anew by itself', 'points with repeat')]
  }
  if (has('curve') !== has('points')) return []
  const message = has('curve') ? 'a demand has points and a shape' : 'a demand has no curve'
  return [problemAt(item, message, 'points, or curve: one of both')]
}

function checkShape(given: Given): Problem[] {
  const shape = at(given, 'shape').value as CurveShape
  const usual = Object.hasOwn(timesOfShape, shape) ? timesOfShape[shape] : null
  if (!isDraft(given.value) || usual === null) return []
  const keys = [...Object.keys(usual), ...(shape === 'constant' ? [] : ['low'])]
  const strange = ['low', 'at', 'lasts', 'every']
    .filter(key => at(given, key).value !== undefined && !keys.includes(key))
    .map(key => problemAt(at(given, key), `"${shape}" has no ${key}`, allowedKeys(keys)))
  const areTimes = ['at', 'lasts', 'every'].every(key => isTime(at(given, key).value))
  return strange.length > 0 || !areTimes ? strange : checkTimes(given, shape)
}

function allowedKeys(keys: string[]): string {
  return ['shape', 'high', ...keys].join(', ')
}

function isTime(value: unknown): boolean {
  return value === undefined || parseDuration(value as string) !== null
}

const second = 1_000_000

function checkTimes(given: Given, shape: CurveShape): Problem[] {
  const { low, high, at: start, lasts, every } = fillCurve(given.value as unknown as DemandCurve)
  if (low > high && shape !== 'ramp') {
    return [problemAt(at(given, 'low'), 'low is above high', 'a level up to high')]
  }
  const isWalk = shape === 'random-walk'
  const { lasts: hasEnd, every: hasPeriod } = timesOfShape[shape]
  if (hasPeriod && (every < 24 * second || (isWalk && lasts < every))) {
    return [problemAt(at(given, 'every'), 'the time is too short', 'at least "24s"')]
  }
  if (isWalk && lasts > mostPoints * every) {
    return [problemAt(at(given, 'every'), 'too many steps', `at most ${mostPoints} in lasts`)]
  }
  if (hasEnd && lasts < 2 * second) {
    return [problemAt(at(given, 'lasts'), 'the time is too short', 'at least "2s"')]
  }
  if (!hasPeriod || isWalk || start + lasts + second <= every) return []
  return [problemAt(given, 'it does not fit into its period', 'at and lasts together below every')]
}
