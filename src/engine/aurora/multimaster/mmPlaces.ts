/**
 * Where things lie: rows are counted through all tables; a page belongs to the group of its part
 * of the volume (Q7); a writer has one private page a group for its commit records (rule T9).
 */
import { groupOfPage } from '../database/groupOfPage.ts'
import type { World } from '../world.ts'
import type { MultiMaster } from './multiMaster.ts'

export const slots = 6

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
  const { tablePages } = mmOf(world)
  if (page < tablePages) return groupOfPage(world, page)
  return (page - tablePages) % world.groups.length
}

/** T9: never contested, since nobody else writes it. */
export function privatePage(world: World, writer: number, group: number): number {
  return mmOf(world).tablePages + writer * world.groups.length + group
}

export function isPrivate({ tablePages }: MultiMaster, page: number): boolean {
  return page >= tablePages
}

/** Slot of the group's segment that a node hosts; -1 = none. */
export function slotOn(world: World, group: number, node: number): number {
  const { segments } = world.groups[group]!
  for (let slot = 0; slot < segments.length; slot++) if (segments[slot]!.node === node) return slot
  return -1
}
