/**
 * What a writer did lately: its counts are noted before they change, at most ten times a second, so
 * that a picture can say how many there were in the last second.
 */
import type { RollbackCause } from '../../contract/refusals.ts'
import type { Micros } from '../../contract/units.ts'
import type { MmWriter } from './multiMaster.ts'

const everyMicros = 100_000
const windowMicros = 1_000_000
const kept = 12

export function noConflicts(): Record<RollbackCause, number> {
  return { inFlight: 0, staleBase: 0, noWinner: 0, rowOwned: 0, deadlock: 0, lockTimeout: 0 }
}

/** To be called before a count changes. */
export function noteWriter({ noted, commits, conflicts, retries }: MmWriter, now: Micros): void {
  const last = noted[noted.length - 1]
  if (last && now - last[0]! < everyMicros) return
  noted.push([now, commits, conflicts, retries])
  if (noted.length > kept) noted.shift()
}

/** In the last second, or since the start; nothing when nothing was noted since then. */
export function recentOf({ noted, commits, conflicts, retries }: MmWriter, now: Micros) {
  const start = Math.max(0, now - windowMicros)
  const before = noted.find(([at]) => at! >= start) ?? [now, commits, conflicts, retries]
  return {
    windowMicros: now - start,
    commits: commits - before[1]!,
    conflicts: conflicts - before[2]!,
    retries: retries - before[3]!,
  }
}
