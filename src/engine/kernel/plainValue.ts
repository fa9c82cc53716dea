/**
 * What the state of a run is made of: numbers, words, lists, records, maps, sets and typed
 * arrays. No functions, classes or promises, so that it can be copied, saved and compared.
 */
export type TypedArray =
  | Float64Array
  | Int32Array
  | Uint32Array
  | Uint16Array
  | Int16Array
  | Uint8Array
  | Int8Array

export type PlainRecord = Record<string, unknown>

export function isTypedArray(value: unknown): value is TypedArray {
  return ArrayBuffer.isView(value)
}

/**
 * How many rows of its typed arrays a record says it uses: all, unless it counts `usedRows`.
 * What lies beyond is room to grow and belongs to no copy and no digest.
 */
export function usedRowsOf(record: PlainRecord): number {
  const rows = record.usedRows
  return typeof rows === 'number' ? rows : Infinity
}

/** The part of a column that carries something, without copying it. */
export function usedPart(column: TypedArray, rows: number): TypedArray {
  return rows < column.length ? column.subarray(0, rows) : column
}
