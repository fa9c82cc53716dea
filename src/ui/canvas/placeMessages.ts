/**
 * Places every message of a frame at an instant: one pass over the rows, positions sorted into
 * one list for each look, without an object for any message.
 */
import type { Micros } from '../../engine/contract/units.ts'
import { routePoints } from '../scene/routes/trace.ts'
import { lookNumber, paintedLook, paintedLooks } from './messageLook.ts'
import { byteOf, isBounce, type MovingRows, movingFlags, numberOf, wordOf } from './movingRows.ts'
import { noRoute, type RouteTable, routeStart } from './routeTable.ts'

/** x and y by turns. */
export interface Spots {
  places: Float32Array
  count: number
}

export interface Placed {
  /** One list for each kind of message, by its number, and again for each further writer. */
  kinds: Spots[]
  /** There are several writers: what they send differs by more than colour. */
  isNumbered: boolean
  /** Crosses where a message is lost or dropped, bright first, then fading. */
  lost: Spots
  fading: Spots
  total: number
}

/** A lost message slows down here, shows its cross and is gone at the end. */
const lossBegins = 0.45
const lossFades = 0.6
const lossEnds = 0.8
/** A message to a node without power vanishes at its door. */
const dropBegins = 0.92

function createSpots(): Spots {
  return { places: new Float32Array(256), count: 0 }
}

export function createPlaced(): Placed {
  return {
    kinds: paintedLooks.map(createSpots),
    isNumbered: false,
    lost: createSpots(),
    fading: createSpots(),
    total: 0,
  }
}

function clear(placed: Placed): void {
  for (const spots of placed.kinds) spots.count = 0
  placed.lost.count = 0
  placed.fading.count = 0
  placed.total = 0
}

function put(spots: Spots, x: number, y: number): void {
  const end = spots.count * 2
  if (end + 2 > spots.places.length) {
    const larger = new Float32Array(spots.places.length * 2)
    larger.set(spots.places)
    spots.places = larger
  }
  spots.places[end] = x
  spots.places[end + 1] = y
  spots.count += 1
}

/** The point at a share of the way that begins at `start`. */
function putAt(spots: Spots, points: Float32Array, start: number, share: number): void {
  const scaled = share * (routePoints - 1)
  const leg = Math.min(Math.floor(scaled), routePoints - 2)
  const rest = scaled - leg
  const at = start + 2 * leg
  const x = points[at] as number
  const y = points[at + 1] as number
  const dx = (points[at + 2] as number) - x
  const dy = (points[at + 3] as number) - y
  put(spots, x + dx * rest, y + dy * rest)
}

/** Where a lost message goes: to the middle of its way, as a cross that fades. */
function lostList(placed: Placed, kind: number, share: number): Spots | null {
  if (share < lossBegins) return placed.kinds[kind] ?? null
  if (share < lossFades) return placed.lost
  return share < lossEnds ? placed.fading : null
}

interface Fate {
  spots: Spots | null
  share: number
}

/** Reused for every message, so that none leaves garbage. */
const fate: Fate = { spots: null, share: 0 }

function decide(placed: Placed, kind: number, flags: number, share: number): void {
  fate.share = share
  if ((flags & movingFlags.lost) !== 0) {
    fate.spots = lostList(placed, kind, share)
    if (share > lossBegins) fate.share = lossBegins + (share - lossBegins) * 0.25
  } else if ((flags & movingFlags.dropped) !== 0 && share > dropBegins) {
    fate.spots = placed.lost
  } else {
    fate.spots = placed.kinds[kind] ?? (placed.kinds[0] as Spots)
    if ((flags & movingFlags.held) !== 0 && share > 0.5) fate.share = 0.5
  }
}

/** As `messageLook` tells changes apart that undo or purge. */
function undoing(flags: number): number | undefined {
  if ((flags & movingFlags.undoes) !== 0) return -1
  return (flags & movingFlags.purges) === 0 ? undefined : -2
}

/** Stragglers that bounce off are painted by themselves. */
function placeRow(placed: Placed, rows: MovingRows, table: RouteTable, row: number): number {
  const word = wordOf(row)
  const byte = byteOf(row)
  const flags = rows.bytes[byte + 1] as number
  if (isBounce(flags)) return 0
  const start = routeStart(table, rows.words[word] as number, rows.words[word + 1] as number)
  if (start === noRoute) return 0
  const hue = table.hues[rows.words[word] as number] as number
  const detail = undoing(flags) ?? (rows.numbers[numberOf(row) + 3] as number)
  const look = paintedLook(lookNumber(rows.bytes[byte] as number, detail), hue)
  decide(placed, look, flags, fate.share)
  if (fate.spots === null) return 0
  putAt(fate.spots, table.points, start, fate.share)
  return 1
}

let shown = (share: number): number => share

/** Where on its way a message is drawn, once that is not simply where it is. */
export function learnShare(standing: (share: number) => number): void {
  shown = standing
}

export function placeMessages(
  placed: Placed,
  rows: MovingRows,
  table: RouteTable,
  now: Micros,
): void {
  clear(placed)
  placed.isNumbered = table.hasSeveralWriters
  const { count, numbers } = rows
  for (let row = 0; row < count; row += 1) {
    const first = numberOf(row)
    const sentAt = numbers[first + 1] as number
    const arrivesAt = numbers[first + 2] as number
    if (now < sentAt || now >= arrivesAt) continue
    fate.share = shown((now - sentAt) / (arrivesAt - sentAt))
    placed.total += placeRow(placed, rows, table, row)
  }
}
