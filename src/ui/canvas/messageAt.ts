/** The message nearest to a point of the stage, if a finger or a pointer can mean it. */
import type { Micros } from '../../engine/contract/units.ts'
import type { Point } from '../scene/geometry.ts'
import { positionAt } from '../scene/routes/positionAt.ts'
import { routeBetween, type Wiring } from '../scene/routes/routeBetween.ts'
import { byteOf, type MovingRows, movingFlags, numberOf, wordOf } from './movingRows.ts'

/** About half the size of a message and a little more, in CSS pixels. */
const reach = 13

/**
 * As `placeMessages` paints it: a lost message goes slower behind the middle and is gone before the
 * end, a held one waits in the middle. Null when it is not seen any more.
 */
function shownShare(share: number, flags: number): number | null {
  if ((flags & movingFlags.lost) !== 0) {
    if (share >= 0.8) return null
    return share > 0.45 ? 0.45 + (share - 0.45) * 0.25 : share
  }
  return (flags & movingFlags.held) !== 0 ? Math.min(share, 0.5) : share
}

function placeOf(rows: MovingRows, row: number, at: { wiring: Wiring; now: Micros }): Point | null {
  const { actors } = at.wiring.layout
  const first = numberOf(row)
  const sentAt = rows.numbers[first + 1] ?? 0
  const arrivesAt = rows.numbers[first + 2] ?? 0
  const from = actors[rows.words[wordOf(row)] ?? -1]
  const to = actors[rows.words[wordOf(row) + 1] ?? -1]
  if (from === undefined || to === undefined) return null
  if (at.now < sentAt || at.now >= arrivesAt) return null
  const route = routeBetween(at.wiring, from, to)
  const flags = rows.bytes[byteOf(row) + 1] ?? 0
  const share = shownShare((at.now - sentAt) / (arrivesAt - sentAt), flags)
  return route === null || share === null ? null : positionAt(route, share)
}

/** Where the message with this number is seen; null when it is not. */
export function placeOfMessage(
  rows: MovingRows,
  id: number,
  at: { wiring: Wiring; now: Micros },
): Point | null {
  for (let row = 0; row < rows.count; row += 1) {
    if (rows.numbers[numberOf(row)] === id) return placeOf(rows, row, at)
  }
  return null
}

/** Its number; null when none is near. */
export function messageAt(
  rows: MovingRows,
  { x, y }: Point,
  at: { wiring: Wiring; now: Micros },
): number | null {
  let nearest: number | null = null
  let least = reach
  for (let row = 0; row < rows.count; row += 1) {
    const place = placeOf(rows, row, at)
    const distance = place === null ? reach : Math.hypot(place.x - x, place.y - y)
    if (distance >= least) continue
    least = distance
    nearest = rows.numbers[numberOf(row)] ?? null
  }
  return nearest
}
