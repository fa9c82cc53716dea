/**
 * The messages on their way: one row each, from the sending to the end of their handling.
 *
 * What a message says is six numbers, `a` to `f`, whose meaning its kind decides. A row number
 * is only a place; a message is known by its `id`, which rises with every sending.
 */
import { type Columns, claimRow, releaseRow } from './columns.ts'

export interface MessageTable extends Columns {
  id: Float64Array
  kind: Uint8Array
  from: Uint16Array
  to: Uint16Array
  flags: Uint8Array
  sentAt: Float64Array
  arrivesAt: Float64Array
  /** The seq of the event that sent it. */
  cause: Float64Array
  /** Rises with every message kept by a held link; 0 while it travels. */
  heldOrder: Float64Array
  a: Float64Array
  b: Float64Array
  c: Float64Array
  d: Float64Array
  e: Float64Array
  f: Float64Array
}

/** It flies like any other, is drawn, and is gone on arrival. */
export const LOST = 1
/** A second copy that the network made. */
export const DUPLICATE = 2
/** It has arrived at a held link and waits there. */
export const HELD = 4
/** It has come to its end, good or bad, and its row is still read. */
export const ARRIVED = 8
/** The row holds a message; a free row has no flags at all. */
export const LIVE = 128

export function createMessageTable(rows = 256): MessageTable {
  const numbers = () => new Float64Array(rows)
  return {
    usedRows: 1,
    freeRow: 0,
    liveRows: 0,
    next: new Int32Array(rows),
    id: numbers(),
    kind: new Uint8Array(rows),
    from: new Uint16Array(rows),
    to: new Uint16Array(rows),
    flags: new Uint8Array(rows),
    sentAt: numbers(),
    arrivesAt: numbers(),
    cause: numbers(),
    heldOrder: numbers(),
    a: numbers(),
    b: numbers(),
    c: numbers(),
    d: numbers(),
    e: numbers(),
    f: numbers(),
  }
}

export function claimMessage(table: MessageTable, id: number): number {
  const slot = claimRow(table)
  table.id[slot] = id
  table.flags[slot] = LIVE
  table.heldOrder[slot] = 0
  return slot
}

export function freeMessage(table: MessageTable, slot: number): void {
  if (table.flags[slot] === 0) throw new RangeError(`message row ${slot} is free already`)
  table.flags[slot] = 0
  releaseRow(table, slot)
}
