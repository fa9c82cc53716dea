/**
 * How many connections an instance admits: by its maximum, not by what it has now, and fixed until
 * a reboot. MySQL; between the published points linear (*assumption*). Rule S9.
 */

/** Maximum in whole ACU, connections. */
const points: readonly (readonly [number, number])[] = [
  [8, 1_000],
  [16, 2_000],
  [32, 3_000],
  [64, 4_000],
  [128, 5_000],
  [256, 6_000],
]

export function maxConnectionsAt(maxMicroAcu: number): number {
  const acu = maxMicroAcu / 1_000_000
  if (acu < 4) return 90
  if (acu < 8) return 135
  const next = points.findIndex(([to]) => acu <= to)
  const [to, most] = points[next] ?? points.at(-1)!
  const [from, least] = points[next - 1] ?? [to, most]
  if (from === to) return most
  return Math.floor(least + ((most - least) * (acu - from)) / (to - from) + 0.5)
}
