/** Measured points as people compare them: a second, and against a single master. */
import type { ScaleOutPlacement, ScaleOutPoint } from '../../../engine/contract/scaleOut.ts'
import type { Ppm } from '../../../engine/contract/units.ts'

const million = 1_000_000

export const placementNames: Record<ScaleOutPlacement, string> = {
  'single-master': 'Single master',
  'one-writer': 'All at one writer',
  'round-robin': 'Round-robin over all writers',
  common: 'A writer for each application, some rows common',
  owned: 'A writer for each row',
}

export function commitsPerSecond({ committed, micros }: ScaleOutPoint): number {
  return (committed * million) / micros
}

export function baselineOf(points: readonly ScaleOutPoint[], share: Ppm): ScaleOutPoint | null {
  const isBaseline = (point: ScaleOutPoint) => point.placement === 'single-master'
  return points.find(point => isBaseline(point) && point.share === share) ?? null
}

/** How many times the single master's commits; null while that is not measured. */
export function timesBaseline(points: readonly ScaleOutPoint[], point: ScaleOutPoint) {
  const baseline = baselineOf(points, point.share)
  if (baseline === null || baseline.committed === 0) return null
  return commitsPerSecond(point) / commitsPerSecond(baseline)
}

export function formatTimes(times: number | null): string {
  return times === null ? '–' : `${times.toFixed(2)} ×`
}

/** Runs with the most writers, of one share, in the order in which they are compared. */
export function sideBySide(points: readonly ScaleOutPoint[], share: Ppm): ScaleOutPoint[] {
  const most = Math.max(...points.map(({ writers }) => writers))
  const names = Object.keys(placementNames)
  return points
    .filter(point => point.share === share && point.writers === most)
    .toSorted((one, other) => names.indexOf(one.placement) - names.indexOf(other.placement))
}

/** The cause that undid most; null when nothing was undone for one. */
export function mainCause({ conflicts }: ScaleOutPoint): string | null {
  const found = Object.entries(conflicts).toSorted(([, one], [, other]) => other - one)
  const [first] = found
  return first !== undefined && first[1] > 0 ? first[0] : null
}
