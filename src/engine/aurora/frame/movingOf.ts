/**
 * The moving part of a frame: one row of 40 bytes for each message on its way, as the contract
 * lays it out, into a buffer that is used again while it is large enough. Little-endian, as every
 * machine that runs a browser is.
 */
import type { MovingLayout } from '../../contract/frame.ts'
import { linkOf, type Network } from '../../kernel/network.ts'
import { ARRIVED, LIVE } from '../../kernel/messageTable.ts'
import type { Mechanism } from '../mechanism.ts'
import type { World } from '../world.ts'
import { detailOf, groupOf } from './messageDetail.ts'

const headerBytes = 16 satisfies MovingLayout['headerBytes']
const rowBytes = 40 satisfies MovingLayout['rowBytes']
const seenFlags = 0b111
const dropped = 8 satisfies MovingLayout['flags']['dropped']

interface Rows {
  wide: Float64Array
  narrow: Uint16Array
  bytes: Uint8Array
  bounce: Mechanism['bounce']
}

/** The mechanisms know which messages are refused. */
export function movingOf(
  world: World,
  buffer?: ArrayBuffer,
  mechanisms: readonly Mechanism[] = [],
): ArrayBuffer {
  const { network, now } = world
  const moving = largeEnough(headerBytes + network.flying * rowBytes, buffer)
  const rows = rowsOf(moving, mechanisms)
  const { flags, usedRows } = network.messages
  let count = 0
  for (let slot = 1; slot < usedRows; slot++) {
    if ((flags[slot]! & (LIVE | ARRIVED)) === LIVE) writeRow(world, rows, count++, slot)
  }
  rows.wide[0] = count
  rows.wide[1] = now
  return moving
}

/** With some room to spare, so that the next frames fit too. */
function largeEnough(bytes: number, buffer?: ArrayBuffer): ArrayBuffer {
  if (buffer && buffer.byteLength >= bytes) return buffer
  let size = 4_096
  while (size < bytes) size *= 2
  return new ArrayBuffer(size)
}

function rowsOf(moving: ArrayBuffer, mechanisms: readonly Mechanism[]): Rows {
  const wholeBytes = moving.byteLength - (moving.byteLength % 8)
  return {
    wide: new Float64Array(moving, 0, wholeBytes / 8),
    narrow: new Uint16Array(moving, 0, wholeBytes / 2),
    bytes: new Uint8Array(moving),
    bounce: mechanisms.find(({ bounce }) => bounce)?.bounce,
  }
}

function writeRow(world: World, rows: Rows, index: number, slot: number): void {
  const { messages } = world.network
  const start = headerBytes + index * rowBytes
  const wide = start / 8
  const narrow = (start + 34) / 2
  rows.wide[wide] = messages.id[slot]!
  rows.wide[wide + 1] = messages.sentAt[slot]!
  rows.wide[wide + 2] = messages.arrivesAt[slot]!
  rows.wide[wide + 3] = detailOf(world, slot)
  rows.bytes[start + 32] = messages.kind[slot]!
  rows.bytes[start + 33] = flagsOf(world.network, slot) | (rows.bounce?.(world, slot) ?? 0)
  rows.narrow[narrow] = messages.from[slot]!
  rows.narrow[narrow + 1] = messages.to[slot]!
  rows.narrow[narrow + 2] = groupOf(messages, slot)
}

/** Lost, doubled and held as the network says; dropped if it would be, as things stand now. */
function flagsOf(network: Network, slot: number): number {
  const { messages } = network
  const from = messages.from[slot]!
  const to = messages.to[slot]!
  const isDropped = network.cut[linkOf(network, from, to)] === 1 || network.down[to] === 1
  return (messages.flags[slot]! & seenFlags) | (isDropped ? dropped : 0)
}
