/**
 * Stragglers of a time that is over: they come to a copy, are refused, and bounce off it with the
 * word that says why. Where each is at an instant, from the rows that carry the flag.
 */
import type { Micros } from '../../engine/contract/units.ts'
import type { Point } from '../scene/geometry.ts'
import { positionAt } from '../scene/routes/positionAt.ts'
import { routeBetween, type Wiring } from '../scene/routes/routeBetween.ts'
import type { Route } from '../scene/routes/trace.ts'
import { type MessageLook, messageLooks, messageNumbers } from './messageLook.ts'
import { byteOf, isBounce, type MovingRows, movingFlags, numberOf, wordOf } from './movingRows.ts'

export interface Bounce extends Point {
  shape: MessageLook['shape']
  word: 'annulled' | 'stale epoch'
  /** The word is said about the moment in which it bounces off. */
  isTold: boolean
}

/** What comes back is what was refused. */
const refused: Partial<Record<number, number>> = {
  [messageNumbers.WriteAck]: messageNumbers.WriteRedo,
  [messageNumbers.PageAnswer]: messageNumbers.ReadPage,
  [messageNumbers.StaleMembers]: messageNumbers.StaleMembers,
}

/** Told from this share of the way there, and up to this of the way back. */
const toldFrom = 0.7
const toldTo = 0.75
/** It hops aside by so many pixels, over so much of the way back. */
const hop = 10
const hopEnds = 0.5

/** Beside the way, as a ball that jumps off a wall: 0 at the copy and again at `hopEnds`. */
function hoppedAside(route: Route, share: number): Point {
  const { x, y } = positionAt(route, share)
  if (share >= hopEnds) return { x, y }
  const ahead = positionAt(route, share + 0.02)
  const length = Math.hypot(ahead.x - x, ahead.y - y) || 1
  const aside = hop * Math.sin((Math.PI * share) / hopEnds)
  return { x: x - (aside * (ahead.y - y)) / length, y: y + (aside * (ahead.x - x)) / length }
}

interface When {
  wiring: Wiring
  now: Micros
  isStill: boolean
}

function shareOf({ numbers }: MovingRows, row: number, now: Micros): number | null {
  const first = numberOf(row)
  const sentAt = numbers[first + 1] ?? 0
  const arrivesAt = numbers[first + 2] ?? 0
  return now < sentAt || now >= arrivesAt ? null : (now - sentAt) / (arrivesAt - sentAt)
}

function routeOf({ words }: MovingRows, row: number, wiring: Wiring): Route | null {
  const { actors } = wiring.layout
  const from = actors[words[wordOf(row)] ?? -1]
  const to = actors[words[wordOf(row) + 1] ?? -1]
  return from === undefined || to === undefined ? null : routeBetween(wiring, from, to)
}

function bounceOf(rows: MovingRows, row: number, { wiring, now, isStill }: When): Bounce | null {
  const kind = rows.bytes[byteOf(row)] ?? 0
  const flags = rows.bytes[byteOf(row) + 1] ?? 0
  const passed = shareOf(rows, row, now)
  const route = routeOf(rows, row, wiring)
  if (passed === null || route === null) return null
  const share = (flags & movingFlags.held) === 0 ? passed : Math.min(passed, 0.5)
  const came = refused[kind]
  const isBack = came !== undefined
  const place = isBack && !isStill ? hoppedAside(route, share) : positionAt(route, share)
  return {
    ...place,
    shape: messageLooks[came ?? kind]?.shape ?? 'dot',
    word: (flags & movingFlags.annulled) === 0 ? 'stale epoch' : 'annulled',
    isTold: isBack ? share < toldTo : share > toldFrom,
  }
}

/** All that bounce at the instant `now`; `isStill` leaves the hop away. */
export function bouncesAt(rows: MovingRows, when: When): Bounce[] {
  const found: Bounce[] = []
  for (let row = 0; row < rows.count; row += 1) {
    if (!isBounce(rows.bytes[byteOf(row) + 1] ?? 0)) continue
    const bounce = bounceOf(rows, row, when)
    if (bounce !== null) found.push(bounce)
  }
  return found
}
