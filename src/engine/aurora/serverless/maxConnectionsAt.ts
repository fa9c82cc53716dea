/**
 * How many connections an instance admits: by its range, not by what it has now, and fixed until a
 * reboot. MySQL between the published points linear (*assumption*); PostgreSQL by a line that
 * meets them, at most 2,000 with a minimum of 0 or half an ACU. Rule S9.
 */
import type { Setup } from '../../contract/scenario.ts'
import type { Range } from './regulate.ts'

/** Maximum in whole ACU, connections. */
const points: readonly (readonly [number, number])[] = [
  [8, 1_000],
  [16, 2_000],
  [32, 3_000],
  [64, 4_000],
  [128, 5_000],
  [256, 6_000],
]
const mostOfPostgresql = 5_000
const mostOfSmallMinimum = 2_000

export function maxConnectionsAt(
  dialect: Setup['dialect'],
  { min, max }: Pick<Range, 'min' | 'max'>,
): number {
  const acu = max / 1_000_000
  if (dialect !== 'postgresql-16') return ofMysql(acu)
  const most = min <= 500_000 ? mostOfSmallMinimum : mostOfPostgresql
  return Math.min(most, Math.floor((2_114 * acu - 224) / 10 + 0.5))
}

function ofMysql(acu: number): number {
  if (acu < 4) return 90
  if (acu < 8) return 135
  const next = points.findIndex(([to]) => acu <= to)
  const [to, most] = points[next] ?? points.at(-1)!
  const [from, least] = points[next - 1] ?? [to, most]
  if (from === to) return most
  return Math.floor(least + ((most - least) * (acu - from)) / (to - from) + 0.5)
}
