/** Moves the shown machine to an instant, from here or from a checkpoint. */
import type { Micros } from '../engine/contract/units.ts'
import { advance, approach, rememberVisit, type Timeline } from './timeline.ts'
import { stretchEvents, type Work } from './work.ts'

export function* seekTo(timeline: Timeline, at: Micros): Work<void> {
  approach(timeline, at)
  yield 0
  for (;;) {
    const { events, stopped } = advance(timeline, at, stretchEvents)
    if (stopped !== 'limit') break
    yield events
  }
  rememberVisit(timeline)
}
