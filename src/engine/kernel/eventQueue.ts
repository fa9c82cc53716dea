/**
 * What will happen, ordered by (at, seq): at the same instant, what was scheduled first.
 *
 * Two wheels of lists hold the near future, one list a microsecond for 4 ms and one list per
 * 4 ms for 16 s; a heap holds the rest, so that idle hours cost nothing. A list keeps the order
 * of arrival, and what moves from the heap to a list, or from wheel to wheel, moves before
 * anything can join behind it: ties need no comparison. Time is whole microseconds up to 2^53.
 */
import { type Columns, claimRow, releaseRow } from './columns.ts'
import { createFarHeap, type FarHeap, popFar, pushFar } from './farHeap.ts'
import {
  clearList,
  createTickWheel,
  firstOccupied,
  joinList,
  leaveList,
  type TickWheel,
  WHEEL_BITS,
  WHEEL_SIZE,
} from './tickWheel.ts'

export interface EventRecord {
  at: number
  /** Rises by one with every event scheduled. */
  seq: number
  kind: number
  /** Whom it concerns: a whole number of 32 bits. */
  subject: number
  detail: number
}

interface EventTable extends Columns {
  at: Float64Array
  seq: Float64Array
  kind: Uint16Array
  subject: Int32Array
  detail: Float64Array
}

export interface EventQueue {
  /** The instant of the last event taken; nothing may be scheduled before it. */
  lastAt: number
  nextSeq: number
  /** The instant at which the window of the near wheel begins; it never passes `lastAt`. */
  nearAt: number
  /** The same for the wide wheel. */
  wideAt: number
  near: TickWheel
  wide: TickWheel
  far: FarHeap
  events: EventTable
}

const WIDE_SPAN = WHEEL_SIZE * WHEEL_SIZE

export function createEventQueue(): EventQueue {
  return {
    lastAt: 0,
    nextSeq: 1,
    nearAt: 0,
    wideAt: 0,
    near: createTickWheel(),
    wide: createTickWheel(),
    far: createFarHeap(),
    events: createEventTable(256),
  }
}

export function createEventRecord(): EventRecord {
  return { at: 0, seq: 0, kind: 0, subject: 0, detail: 0 }
}

function createEventTable(rows: number): EventTable {
  return {
    usedRows: 1,
    freeRow: 0,
    liveRows: 0,
    next: new Int32Array(rows),
    at: new Float64Array(rows),
    seq: new Float64Array(rows),
    kind: new Uint16Array(rows),
    subject: new Int32Array(rows),
    detail: new Float64Array(rows),
  }
}

export function schedule(
  queue: EventQueue,
  at: number,
  kind: number,
  subject: number,
  detail = 0,
): void {
  if (!(at >= queue.lastAt) || at > Number.MAX_SAFE_INTEGER || Math.floor(at) !== at) {
    throw new RangeError(`an event at ${at} us; now is ${queue.lastAt} us`)
  }
  if ((subject | 0) !== subject) throw new RangeError(`subject ${subject} has more than 32 bits`)
  const events = queue.events
  const row = claimRow(events)
  events.at[row] = at
  events.seq[row] = queue.nextSeq++
  events.kind[row] = kind
  events.subject[row] = subject
  events.detail[row] = detail
  place(queue, row, at)
}

/** Puts a row into the near wheel, the wide wheel or the heap, by how far away it is. */
function place(queue: EventQueue, row: number, at: number): void {
  const next = queue.events.next
  if (at - queue.nearAt < WHEEL_SIZE) joinList(queue.near, next, at - queue.nearAt, row)
  else if (at - queue.wideAt < WIDE_SPAN) joinList(queue.wide, next, windowOf(queue, at), row)
  else pushFar(queue.far, queue.events, row)
}

/** The list of the wide wheel for an instant within its span. */
function windowOf(queue: EventQueue, at: number): number {
  return (at - queue.wideAt) >>> WHEEL_BITS
}

/** The instant of the earliest event, Infinity when there is none. Changes nothing. */
export function nextAt(queue: EventQueue): number {
  const tick = firstOccupied(queue.near, queue.lastAt - queue.nearAt)
  if (tick >= 0) return queue.nearAt + tick
  const list = firstOccupied(queue.wide, windowOf(queue, queue.nearAt) + 1)
  if (list >= 0) return earliestOf(queue, queue.wide.last[list] as number)
  return queue.far.usedRows > 0 ? (queue.events.at[queue.far.row[0] as number] as number) : Infinity
}

function earliestOf(queue: EventQueue, last: number): number {
  const { at, next } = queue.events
  let earliest = at[last] as number
  for (let row = next[last] as number; row !== last; row = next[row] as number) {
    earliest = Math.min(earliest, at[row] as number)
  }
  return earliest
}

export function takeNext(queue: EventQueue, into: EventRecord): boolean {
  return takeNextUntil(queue, Number.MAX_SAFE_INTEGER, into)
}

/** Takes the earliest event if it lies at or before `limit`. */
export function takeNextUntil(queue: EventQueue, limit: number, into: EventRecord): boolean {
  const at = nextAt(queue)
  if (at > limit) return false
  if (at - queue.nearAt >= WHEEL_SIZE) openWindow(queue, at)
  const events = queue.events
  const row = leaveList(queue.near, events.next, at - queue.nearAt)
  queue.lastAt = at
  into.at = at
  into.seq = events.seq[row] as number
  into.kind = events.kind[row] as number
  into.subject = events.subject[row] as number
  into.detail = events.detail[row] as number
  releaseRow(events, row)
  return true
}

/** Moves the wheels on to the window that holds `at`, the earliest event there is. */
function openWindow(queue: EventQueue, at: number): void {
  queue.nearAt = at - (at % WHEEL_SIZE)
  if (at - queue.wideAt >= WIDE_SPAN) openSpan(queue, at)
  else spreadWindow(queue, windowOf(queue, at))
}

/** Deals a list of the wide wheel out to the near one, in order. */
function spreadWindow(queue: EventQueue, list: number): void {
  const { at, next } = queue.events
  const last = queue.wide.last[list] as number
  let following = next[last] as number
  let row = 0
  clearList(queue.wide, list)
  while (row !== last) {
    row = following
    following = next[row] as number
    joinList(queue.near, next, (at[row] as number) - queue.nearAt, row)
  }
}

/** Both wheels are empty: the heap gives them all it holds of the span around `at`. */
function openSpan(queue: EventQueue, at: number): void {
  const { far, events } = queue
  queue.wideAt = at - (at % WIDE_SPAN)
  while (far.usedRows > 0) {
    const earliest = events.at[far.row[0] as number] as number
    if (earliest - queue.wideAt >= WIDE_SPAN) return
    place(queue, popFar(far, events), earliest)
  }
}

export function pendingCount(queue: EventQueue): number {
  return queue.events.liveRows
}
