/**
 * Events beyond the horizon of the wheels: a binary heap of rows, ordered by (at, seq).
 *
 * Few events wait here (a pause of minutes, the end of an outage), so it is plain rather than
 * fast; the order is total, which makes its shape irrelevant to what comes out.
 */
export interface FarHeap {
  /** The heap holds the rows 0 to `usedRows` - 1 of `row`. */
  usedRows: number
  row: Int32Array
}

interface Keys {
  at: Float64Array
  seq: Float64Array
}

export function createFarHeap(): FarHeap {
  return { usedRows: 0, row: new Int32Array(16) }
}

export function pushFar(heap: FarHeap, keys: Keys, row: number): void {
  if (heap.usedRows === heap.row.length) widen(heap)
  let place = heap.usedRows++
  while (place > 0) {
    const parent = (place - 1) >>> 1
    const above = heap.row[parent] as number
    if (isBefore(keys, above, row)) break
    heap.row[place] = above
    place = parent
  }
  heap.row[place] = row
}

/** Takes the earliest row. The heap must not be empty. */
export function popFar(heap: FarHeap, keys: Keys): number {
  const earliest = heap.row[0] as number
  const moved = heap.row[--heap.usedRows] as number
  let place = 0
  for (;;) {
    const child = earlierChild(heap, keys, place)
    if (child < 0 || isBefore(keys, moved, heap.row[child] as number)) break
    heap.row[place] = heap.row[child] as number
    place = child
  }
  heap.row[place] = moved
  return earliest
}

function earlierChild(heap: FarHeap, keys: Keys, place: number): number {
  const left = place * 2 + 1
  if (left >= heap.usedRows) return -1
  const right = left + 1
  if (right >= heap.usedRows) return left
  return isBefore(keys, heap.row[right] as number, heap.row[left] as number) ? right : left
}

function isBefore(keys: Keys, one: number, other: number): boolean {
  const atOne = keys.at[one] as number
  const atOther = keys.at[other] as number
  if (atOne !== atOther) return atOne < atOther
  return (keys.seq[one] as number) < (keys.seq[other] as number)
}

function widen(heap: FarHeap): void {
  const wider = new Int32Array(Math.max(16, heap.row.length * 2))
  wider.set(heap.row)
  heap.row = wider
}
