/**
 * What writers keep about each other beside the protocol: who only reads, what is known of a dead
 * one, and who waits to know. Plain data of Multi-Master. Rules D17, D18, D28, T18.
 */
import type { FactId, Micros } from '../../contract/units.ts'

export interface MmSurvival {
  /** By writer: set to read only; lost with its process. */
  isReadOnly: Uint8Array
  /** By `writer * count + origin`: all that the dead origin had acknowledged is known here. */
  isKnown: Uint8Array
  /** Survivors that are reading a dead writer's commit records. */
  reads: MmEndsRead[]
  /** By `peer * count + origin`: place up to which the lag of redo is over. */
  ripe: Float64Array
  /** Typed sessions under `REGIONAL_RAW` that wait before their first row. */
  syncs: MmSync[]
  /** By the choice that an owned row is waited for: who waits, and since when. */
  blocked: { slot: number; serial: number; since: Micros }[]
  /** Members that ask about a dead writer's change. */
  questions: MmQuestion[]
}

export interface MmEndsRead {
  writer: number
  origin: number
  /** By group: slots that answered. */
  answered: Uint8Array
  fact: FactId
}

/** Somebody who waits until this writer knows what the others had committed. */
export interface MmSync {
  writer: number
  probe: number
  /** By origin: place to reach, -1 = no answer yet. */
  targets: number[]
  since: Micros
  fact: FactId
  /** The typed session, and its transaction's number. */
  session: number
  transaction: number
}

/** A member has asked the others of its groups; what they know, by part and slot. */
export interface MmQuestion {
  proposal: number
  /** Who asks: the part of the proposal, and the slot in its group. */
  part: number
  slot: number
  knows: Uint8Array[]
  /** For each part: slots that answered. */
  answered: number[]
  since: Micros
}

export function createSurvival(count: number): MmSurvival {
  return {
    isReadOnly: new Uint8Array(count),
    isKnown: new Uint8Array(count * count),
    reads: [],
    ripe: new Float64Array(count * count),
    syncs: [],
    blocked: [],
    questions: [],
  }
}
