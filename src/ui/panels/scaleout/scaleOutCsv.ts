/** The measured points as comma-separated values, a line each. */
import type { ScaleOutPoint } from '../../../engine/contract/scaleOut.ts'
import { commitsPerSecond, timesBaseline } from './figures.ts'

const heads = [
  'placement,writers,common_share,seed,measured_seconds,committed,commits_per_second',
  'times_single_master,rolled_back,wasted_share,in_flight,stale_base,no_winner,row_owned',
  'deadlock,lock_timeout',
].join(',')

const million = 1_000_000

export function scaleOutCsv(points: readonly ScaleOutPoint[]): string {
  const lines = points.map(point => {
    const { placement, writers, share, seed, micros, committed, rolledBack, conflicts } = point
    const { inFlight, staleBase, noWinner, rowOwned, deadlock, lockTimeout } = conflicts
    const times = timesBaseline(points, point)
    return [
      ...[placement, writers, share / million, seed, micros / million, committed],
      ...[commitsPerSecond(point).toFixed(1), times === null ? '' : times.toFixed(3)],
      ...[rolledBack, point.wasted / million],
      ...[inFlight, staleBase, noWinner, rowOwned, deadlock, lockTimeout],
    ].join(',')
  })
  return `${[heads, ...lines].join('\n')}\n`
}
