/**
 * Which protection group holds a page. The volume's address space is cut into pieces of equal
 * length, one a group (2017 §2.2); that the pages in use spread evenly over them is an assumption,
 * since a teaching volume is far smaller than ten gigabytes; groups of few pages, that a volume
 * fills one after the other, are for teaching too. Rules Q7, M16.
 */
import type { World } from '../world.ts'

export function groupOfPage(world: World, page: number): number {
  const perGroup = world.parameters['storage.pagesPerGroup']
  if (perGroup > 0) return Math.floor(page / perGroup)
  return Math.floor((page * world.groups.length) / world.pageRecords.length)
}
