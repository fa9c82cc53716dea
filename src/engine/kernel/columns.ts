/**
 * Columns: a table kept as one typed array a field, with a list of free rows.
 *
 * A row is a number and row 0 is never given out, so that 0 can mean "none". Every typed array
 * in the record is a column; only the first `usedRows` rows of each carry anything, and a saved
 * copy keeps no more than these. Which row an entry gets says nothing about it.
 */
export type Column =
  | Float64Array
  | Int32Array
  | Uint32Array
  | Uint16Array
  | Uint8Array
  | Int16Array
  | Int8Array

export interface Columns {
  /** Rows from 0 to here, free ones among them, have been given out at least once. */
  usedRows: number
  /** The first free row; the others follow by `next`. */
  freeRow: number
  liveRows: number
  next: Int32Array
}

/** Gives out a row with whatever it held before: the caller fills every column. */
export function claimRow(table: Columns): number {
  table.liveRows++
  const row = table.freeRow
  if (row !== 0) {
    table.freeRow = table.next[row] as number
    return row
  }
  if (table.usedRows >= table.next.length) growColumns(table)
  return table.usedRows++
}

export function releaseRow(table: Columns, row: number): void {
  table.liveRows--
  table.next[row] = table.freeRow
  table.freeRow = row
}

/** Doubles every column; the rows keep their numbers. */
function growColumns(table: Columns): void {
  const rows = Math.max(16, table.next.length * 2)
  const fields = table as unknown as Record<string, unknown>
  for (const field of Object.keys(fields)) {
    const column = fields[field]
    if (ArrayBuffer.isView(column)) fields[field] = widened(column as Column, rows)
  }
}

function widened(column: Column, rows: number): Column {
  const Wider = column.constructor as new (length: number) => Column
  const wider = new Wider(rows)
  wider.set(column)
  return wider
}
