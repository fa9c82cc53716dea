/**
 * The axis of the log: it shows what is near its newest end in true lengths. A copy far behind
 * stands at its left edge with an arrow, and the allocation limit beyond a break at its right.
 */
import type { Lsn } from '../../../engine/contract/units.ts'
import type { RulerMark } from './rulerMarks.ts'

export interface RulerScale {
  from: Lsn
  to: Lsn
  /** Share of the axis, 0 to 1; below `from` it is 0, beyond `to` it is 1. */
  place: (lsn: Lsn) => number
  isBelow: (lsn: Lsn) => boolean
}

/** Fewest and most LSNs on the axis. */
const fewest = 16
const most = 400
/** The length is a multiple, and it begins at one, so that the axis does not tremble. */
const grain = 8

export function rulerScale(marks: readonly RulerMark[]): RulerScale {
  const near = marks.filter(({ tone }) => tone !== 'limit').map(({ lsn }) => lsn)
  const top = Math.max(...near, fewest)
  const lowest = Math.max(0, Math.min(...near), top - most)
  const length = Math.max(fewest, Math.ceil((top - lowest) / grain + 1) * grain)
  const to = Math.ceil((top + 1) / grain) * grain
  const from = Math.max(0, to - length)
  return {
    from,
    to,
    place: lsn => Math.min(1, Math.max(0, (lsn - from) / (to - from))),
    isBelow: lsn => lsn < from,
  }
}
