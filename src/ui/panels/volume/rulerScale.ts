/**
 * The axis of the log: it shows what is near its newest end in true lengths. A copy far behind
 * stands at its left edge with an arrow, what a recovery has put far above at its right edge, and
 * the allocation limit beyond a break.
 */
import type { Lsn } from '../../../engine/contract/units.ts'
import type { RulerMark } from './rulerMarks.ts'

export interface RulerScale {
  from: Lsn
  to: Lsn
  /** Share of the axis, 0 to 1; below `from` it is 0, beyond `to` it is 1. */
  place: (lsn: Lsn) => number
  isBelow: (lsn: Lsn) => boolean
  isAbove: (lsn: Lsn) => boolean
}

/** Fewest and most LSNs on the axis. */
const fewest = 16
const most = 400
/** The length is a multiple, and it begins at one, so that the axis does not tremble. */
const grain = 8

export function rulerScale(marks: readonly RulerMark[]): RulerScale {
  const near = marks.filter(({ tone, id }) => tone !== 'limit' && id !== 'highest')
  const top = topOf(marks, Math.max(...near.map(({ lsn }) => lsn), fewest))
  const lowest = Math.max(0, Math.min(...near.map(({ lsn }) => lsn)), top - most)
  const length = Math.max(fewest, Math.ceil((top - lowest) / grain + 2) * grain)
  const to = Math.ceil((top + 1) / grain) * grain
  const from = Math.max(0, to - length)
  return {
    from,
    to,
    place: lsn => Math.min(1, Math.max(0, (lsn - from) / (to - from))),
    isBelow: lsn => lsn < from,
    isAbove: lsn => lsn > to,
  }
}

/** After a recovery the numbers go on above the annulled range: too far away to be on one axis. */
function topOf(marks: readonly RulerMark[], top: Lsn): Lsn {
  const highest = marks.find(({ id }) => id === 'highest')?.lsn ?? top
  return highest - top <= most ? Math.max(top, highest) : top + grain
}
