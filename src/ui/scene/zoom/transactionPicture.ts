/**
 * One transaction from the inside, as a ladder over model time: a rung for everything that was done
 * for it, with its stretches one after the other, and the moments that decide as lines across. Time
 * runs to the right; its zero is the beginning. Pure: answer × place → shapes.
 */
import type { TransactionInside } from '../../../engine/contract/inside.ts'
import { insideTitles } from '../../../words/insideWords.ts'
import type { Box } from '../geometry.ts'
import { axisShapes } from './axisShapes.ts'
import { momentShapes } from './momentShapes.ts'
import {
  add,
  below,
  boxShape,
  emptyPicture,
  type InsidePicture,
  isNarrow,
  linesHeight,
  linesIn,
  pad,
  type Place,
} from './picture.ts'
import { keyShapes } from './keyShapes.ts'
import { rungHeight, rungShapes } from './rungShapes.ts'
import { timeScale } from './timeScale.ts'

/** Above each other at most; those of many proposals and copies would not end. */
const mostRungs = 90

export interface HeldLock {
  what: string
  isGranted: boolean
}

export function transactionPicture(
  its: TransactionInside,
  place: Place,
  locks: HeldLock[],
): InsidePicture {
  const picture = emptyPicture()
  const narrow = isNarrow(place)
  const across = { x: pad, y: pad / 2, width: place.width - 2 * pad, height: 0 }
  if (its.rungs.length === 0) {
    below(picture, across)
    return picture
  }
  const scale = timeScale(its, across, narrow)
  const moments = momentShapes(its, scale, across.y)
  const struck = its.moments.map(moment => scale.x(moment.at))
  const axis = axisShapes(scale, moments.end, struck)
  const rungs = its.rungs.slice(0, mostRungs)
  const each = rungHeight(narrow)
  const end = axis.end + rungs.length * each
  add(picture, { shapes: [...moments.lines(end), ...axis.lines(end)] })
  rungs.forEach((rung, row) => {
    const line = { ...across, y: axis.end + row * each, height: each }
    add(picture, rungShapes(rung, line, { scale, at: its.at, isNarrow: narrow }))
  })
  add(picture, moments)
  add(picture, axis)
  const key = keyShapes({ ...across, y: end + 8 })
  add(picture, key)
  const lockEnd = addLocks(picture, locks, { ...across, y: key.end + pad })
  below(picture, { ...across, y: lockEnd, height: 0 })
  return picture
}

function addLocks(picture: InsidePicture, locks: HeldLock[], across: Box): number {
  if (locks.length === 0) return across.y - pad
  const height = linesHeight(1) + 6
  const top = across.y + linesHeight(1, 13) + 4
  const title = { text: insideTitles.locks, size: 13, tone: 'text' as const, isBold: true }
  add(picture, { labels: linesIn('locks', across, [title]) })
  locks.forEach(({ what, isGranted }, row) => {
    const id = `lock ${row}`
    const box = { ...across, y: top + row * (height + 3), height }
    const inner = { ...box, x: box.x + 8, y: box.y + 3, width: box.width - 16 }
    const state = isGranted ? 'has it' : 'waits for it'
    add(picture, {
      shapes: [boxShape(id, isGranted ? 'card' : 'open', box)],
      labels: linesIn(id, inner, [{ text: `${what}: ${state}`, tone: 'text' }]),
      things: [{ id, name: `Lock ${what}`, state, box, opens: null, chooses: null }],
    })
  })
  return top + locks.length * (height + 3)
}
