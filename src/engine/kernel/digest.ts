/**
 * A fingerprint of plain state: 64 bits in two lanes of 32, the same in every JavaScript engine.
 *
 * Records are walked by sorted key, tables by their used rows. It tells runs apart; it is no
 * defence against somebody who wants two states to look alike.
 */
import { isTypedArray, type PlainRecord, usedPart, usedRowsOf } from './plainValue.ts'

export interface Digest {
  low: number
  high: number
}

const TWO_32 = 4_294_967_296
const bits = new DataView(new ArrayBuffer(8))

/** What kind of value follows, so that 1, "1", [1] and { a: 1 } differ. */
const tag = {
  integer: 1,
  real: 2,
  word: 3,
  truth: 4,
  nothing: 5,
  list: 6,
  record: 7,
  map: 8,
  set: 9,
}

export function createDigest(): Digest {
  return { low: 0x6a09e667 | 0, high: 0xbb67ae85 | 0 }
}

/** Mixes one 32-bit word into both lanes, which see each other: every bit reaches all others. */
function foldWord(digest: Digest, word: number): void {
  const low = Math.imul(digest.low ^ word, 0x9e3779b1)
  const high = Math.imul(digest.high ^ ((word << 16) | (word >>> 16)), 0x85ebca77)
  digest.low = ((low ^ (low >>> 15)) + high) | 0
  digest.high = high ^ (high >>> 13) ^ digest.low
}

export function foldNumber(digest: Digest, value: number): void {
  if (Number.isSafeInteger(value)) {
    foldWord(digest, tag.integer)
    foldWord(digest, value | 0)
    foldWord(digest, Math.floor(value / TWO_32) | 0)
  } else {
    bits.setFloat64(0, Number.isNaN(value) ? Number.NaN : value)
    foldWord(digest, tag.real)
    foldWord(digest, bits.getInt32(0))
    foldWord(digest, bits.getInt32(4))
  }
}

export function foldString(digest: Digest, text: string): void {
  foldWord(digest, tag.word)
  foldWord(digest, text.length)
  for (let index = 0; index < text.length; index++) foldWord(digest, text.charCodeAt(index))
}

/** Folds the numbers of a list or typed array, its length first. */
export function foldArray(digest: Digest, numbers: ArrayLike<number>): void {
  foldWord(digest, tag.list)
  foldWord(digest, numbers.length)
  for (let index = 0; index < numbers.length; index++) foldNumber(digest, numbers[index] as number)
}

/** Folds any plain value. A key whose value is undefined counts as absent. */
export function foldPlain(digest: Digest, value: unknown): void {
  if (typeof value === 'number') foldNumber(digest, value)
  else if (typeof value === 'string') foldString(digest, value)
  else if (typeof value === 'object' && value !== null) foldObject(digest, value)
  else foldSmall(digest, value)
}

function foldSmall(digest: Digest, value: unknown): void {
  foldWord(digest, typeof value === 'boolean' ? tag.truth : tag.nothing)
  foldWord(digest, value === true ? 1 : 0)
}

function foldObject(digest: Digest, value: object): void {
  if (isTypedArray(value)) foldArray(digest, value)
  else if (Array.isArray(value)) foldItems(digest, tag.list, value)
  else if (value instanceof Map) foldItems(digest, tag.map, [...value])
  else if (value instanceof Set) foldItems(digest, tag.set, [...value])
  else foldRecord(digest, value as PlainRecord)
}

function foldItems(digest: Digest, kind: number, items: unknown[]): void {
  foldWord(digest, kind)
  foldWord(digest, items.length)
  for (const item of items) foldPlain(digest, item)
}

function foldRecord(digest: Digest, record: PlainRecord): void {
  const rows = usedRowsOf(record)
  foldWord(digest, tag.record)
  for (const key of Object.keys(record).sort(byText)) {
    const item = record[key]
    if (item === undefined) continue
    foldString(digest, key)
    foldPlain(digest, isTypedArray(item) ? usedPart(item, rows) : item)
  }
  foldWord(digest, tag.nothing)
}

/** By UTF-16 units: the order of no language, hence of every machine. */
function byText(one: string, other: string): number {
  return one < other ? -1 : 1
}

export function digestOf(value: unknown): string {
  const digest = createDigest()
  foldPlain(digest, value)
  return hex16(digest)
}

export function hex16(digest: Digest): string {
  const finished = { low: digest.low, high: digest.high }
  for (let round = 0; round < 4; round++) foldWord(finished, round)
  return hex8(finished.high) + hex8(finished.low)
}

function hex8(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0')
}
