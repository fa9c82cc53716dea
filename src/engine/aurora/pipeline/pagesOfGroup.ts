/** Which pages a protection group holds: a stretch of the address space (Q7). */
import { groupOfPage, pagesOfTables } from '../database/groupOfPage.ts'
import type { World } from '../world.ts'

export function firstPageOf(world: World, group: number): number {
  const perGroup = world.parameters['storage.pagesPerGroup']
  if (perGroup > 0) return Math.min(world.pageRecords.length, group * perGroup)
  const pages = pagesOfTables(world.setup)
  let page = Math.floor((group * pages) / world.groups.length)
  while (page < pages && groupOfPage(world, page) < group) page++
  return page
}

export function pagesOfGroup(world: World, group: number): number {
  return firstPageOf(world, group + 1) - firstPageOf(world, group)
}
