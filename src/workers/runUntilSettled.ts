/**
 * Plays on until typed SQL is settled: each statement answered, or known to wait. When all is
 * settled already and somebody waits, on to the next answer, which a timeout may bring.
 */
import type { Micros } from '../engine/contract/units.ts'
import type { LaterDoor, SqlState } from './engineDoor.ts'
import { stepOnce } from './searches.ts'
import { finishInstant, type Timeline } from './timeline.ts'
import type { Work } from './work.ts'

/** Events between two looks at the clock. */
const stretch = 100

export function* runUntilSettled(
  door: LaterDoor,
  timeline: Timeline,
  limit: Micros,
): Work<{ isSettled: boolean }> {
  const { machine } = timeline
  finishInstant(timeline)
  const first = door.sqlState(machine)
  const isDone = (present: SqlState) =>
    present.isSettled && (!first.isSettled || !first.isAnyWaiting || present.open < first.open)
  for (let steps = 1; !isDone(door.sqlState(machine)); steps++) {
    const isOver = machine.broken() !== null || machine.nextAt() === Number.POSITIVE_INFINITY
    if (isOver || machine.at() >= limit) break
    stepOnce(timeline)
    if (steps % stretch === 0) yield stretch
  }
  finishInstant(timeline)
  return { isSettled: door.sqlState(machine).isSettled }
}
