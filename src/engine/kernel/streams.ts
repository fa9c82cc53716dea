/**
 * Named streams of random numbers: one a subsystem, so that a new draw in one moves nothing in
 * another. The generator is sfc32 (Doty-Humphrey, PractRand): four words, additions and shifts
 * only, the same in every JavaScript engine.
 */
export type Stream = Uint32Array

const WARM_UP_ROUNDS = 20
const TWO_32 = 4_294_967_296
const DRAWS_PER_PPM = TWO_32 / 1_000_000

/** The stream of this name under this seed, a whole number from 0 to 2^53 - 1. */
export function createStream(seed: number, name: string): Stream {
  const stream = new Uint32Array(4)
  stream[0] = seed >>> 0
  stream[1] = Math.floor(seed / TWO_32) >>> 0
  stream[2] = hashOf(name, 0x811c9dc5)
  stream[3] = hashOf(name, 0x9e3779b9)
  for (let round = 0; round < WARM_UP_ROUNDS; round++) nextUint32(stream)
  return stream
}

/** FNV-1a over the UTF-16 units of a name, finished so that short names differ in every bit. */
function hashOf(name: string, basis: number): number {
  let hash = basis
  for (let index = 0; index < name.length; index++) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b)
  return (hash ^ (hash >>> 16)) >>> 0
}

export function nextUint32(stream: Stream): number {
  const a = (stream[0] as number) | 0
  const b = (stream[1] as number) | 0
  const c = (stream[2] as number) | 0
  const d = (stream[3] as number) | 0
  const drawn = (((a + b) | 0) + d) | 0
  stream[0] = b ^ (b >>> 9)
  stream[1] = (c + (c << 3)) | 0
  stream[2] = (((c << 21) | (c >>> 11)) + drawn) | 0
  stream[3] = (d + 1) | 0
  return drawn >>> 0
}

/** A whole number from 0 to n - 1, each as likely as any other; n from 1 to 2^32. */
export function below(stream: Stream, n: number): number {
  if (!(n >= 1) || n > TWO_32 || Math.floor(n) !== n) throw new RangeError(`below ${n}`)
  if (n === TWO_32) return nextUint32(stream)
  const bound = n >>> 0
  const unfair = (-bound >>> 0) % bound
  let drawn = nextUint32(stream)
  while (drawn < unfair) drawn = nextUint32(stream)
  return drawn % bound
}

/** True in `ppm` of a million cases, to a part in 2^32. Never and always draw nothing. */
export function chance(stream: Stream, ppm: number): boolean {
  if (ppm <= 0) return false
  if (ppm >= 1_000_000) return true
  return nextUint32(stream) < ppm * DRAWS_PER_PPM
}

export function pick<Item>(stream: Stream, items: readonly Item[]): Item {
  return items[below(stream, items.length)] as Item
}
