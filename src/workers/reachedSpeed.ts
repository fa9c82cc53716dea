/** The speed reached: model time over real time during the last second of playing. */
import type { Micros } from '../engine/contract/units.ts'

export interface ReachedSpeed {
  samples: { millis: number; at: Micros }[]
}

const windowMillis = 1_000

export function noteReached(reached: ReachedSpeed, millis: number, at: Micros): void {
  const { samples } = reached
  samples.push({ millis, at })
  while (samples.length > 2 && samples[1]!.millis <= millis - windowMillis) samples.shift()
}

export function reachedSpeed({ samples }: ReachedSpeed): number {
  const first = samples[0]
  const last = samples.at(-1)
  if (!first || !last || last.millis === first.millis) return 0
  return (last.at - first.at) / ((last.millis - first.millis) * 1_000)
}
