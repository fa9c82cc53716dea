/**
 * A ring of 4096 lists, each in the order of arrival, threaded through the rows of a table.
 *
 * A list is circular and known by its last row, so that joining at the end and leaving at the
 * front cost the same. One bit a list says whether it holds anything.
 */
export interface TickWheel {
  /** The last row of each list; 0 when the list is empty. */
  last: Int32Array
  occupied: Int32Array
}

export const WHEEL_BITS = 12
export const WHEEL_SIZE = 1 << WHEEL_BITS
const WORDS = WHEEL_SIZE >>> 5

export function createTickWheel(): TickWheel {
  return { last: new Int32Array(WHEEL_SIZE), occupied: new Int32Array(WORDS) }
}

export function joinList(wheel: TickWheel, next: Int32Array, list: number, row: number): void {
  const last = wheel.last[list] as number
  if (last === 0) {
    next[row] = row
    const word = list >>> 5
    wheel.occupied[word] = (wheel.occupied[word] as number) | (1 << (list & 31))
  } else {
    next[row] = next[last] as number
    next[last] = row
  }
  wheel.last[list] = row
}

/** Takes the row that came first. The list must not be empty. */
export function leaveList(wheel: TickWheel, next: Int32Array, list: number): number {
  const last = wheel.last[list] as number
  const first = next[last] as number
  if (first === last) clearList(wheel, list)
  else next[last] = next[first] as number
  return first
}

export function clearList(wheel: TickWheel, list: number): void {
  wheel.last[list] = 0
  const word = list >>> 5
  wheel.occupied[word] = (wheel.occupied[word] as number) & ~(1 << (list & 31))
}

/** The first list at or after `from` that holds something, or -1. */
export function firstOccupied(wheel: TickWheel, from: number): number {
  if (from >= WHEEL_SIZE) return -1
  const occupied = wheel.occupied
  let word = from >>> 5
  let bits = (occupied[word] as number) & (-1 << (from & 31))
  while (bits === 0) {
    if (++word === WORDS) return -1
    bits = occupied[word] as number
  }
  return (word << 5) + 31 - Math.clz32(bits & -bits)
}
