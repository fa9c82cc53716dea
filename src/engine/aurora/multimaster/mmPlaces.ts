/**
 * Where things lie: rows are counted through all tables; a page belongs to the group of its part
 * of the volume (Q7); a writer has one private page a group for its commit records (rule T9).
 */
import { groupOfPage } from '../database/groupOfPage.ts'
import type { World } from '../world.ts'
import type { MultiMaster } from './multiMaster.ts'

export const slots = 6

/** Far above all pages that are shared, so that tables may grow. */
const firstPrivatePage = 16_777_216

export function mmOf(world: World): MultiMaster {
  return world.multiMaster!
}

export function tableOfRow({ firstRow }: MultiMaster, row: number): number {
  let table = firstRow.length - 1
  while (table > 0 && firstRow[table]! > row) table--
  return table
}

export function pageOfNumberedRow(world: World, row: number): number {
  const mm = mmOf(world)
  const table = tableOfRow(mm, row)
  const { firstPage, rowsPerPage } = world.setup.tables[table]!
  return firstPage + Math.floor((row - mm.firstRow[table]!) / rowsPerPage)
}

export function tableOfPage({ setup }: World, page: number): number {
  let table = setup.tables.length - 1
  while (table > 0 && setup.tables[table]!.firstPage > page) table--
  return table
}

export function mmGroupOf(world: World, page: number): number {
  if (page < firstPrivatePage) return groupOfPage(world, page)
  return (page - firstPrivatePage) % world.groups.length
}

/** T9: for commit records; never contested, since nobody else writes it. */
export function privatePage(world: World, writer: number, group: number): number {
  return firstPrivatePage + 2 * writer * world.groups.length + group
}

/** T23: for undo, of this writer alone. */
export function privateUndoPage(world: World, writer: number, group: number): number {
  return privatePage(world, writer, group) + world.groups.length
}

export function isPrivate(page: number): boolean {
  return page >= firstPrivatePage
}

/** Slot of the group's segment that a node hosts; -1 = none. */
export function slotOn(world: World, group: number, node: number): number {
  const { segments } = world.groups[group]!
  for (let slot = 0; slot < segments.length; slot++) if (segments[slot]!.node === node) return slot
  return -1
}
