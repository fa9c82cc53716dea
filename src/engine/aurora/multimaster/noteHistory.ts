/** Tells whoever keeps the history of the run which rows the workload reads and changes. */
import type { Context } from '../context.ts'
import { mmOf, tableOfRow } from './mmPlaces.ts'

/** The table of a row, and the row's number in it. */
function placeIn({ world }: Context, row: number): [table: string, row: number] {
  const mm = mmOf(world)
  const table = tableOfRow(mm, row)
  return [world.setup.tables[table]!.name, row - mm.firstRow[table]!]
}

/** A transaction writes a row once: who wrote it says which version it is. */
export function noteRead(ctx: Context, serial: number, row: number, writer: number): void {
  if (ctx.history === null) return
  const [table, place] = placeIn(ctx, row)
  ctx.history.read(serial, table, place, { writer, version: 0 })
}

export function noteWrite(ctx: Context, serial: number, row: number): void {
  if (ctx.history === null) return
  const [table, place] = placeIn(ctx, row)
  ctx.history.wrote(serial, { table, row: place, version: 0 })
}
