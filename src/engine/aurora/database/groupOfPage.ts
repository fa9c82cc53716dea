/**
 * Which protection group holds a page. The volume's address space is cut into pieces of equal
 * length, one a group (2017 §2.2); that the pages in use spread evenly over them is an assumption,
 * since a teaching volume is far smaller than ten gigabytes; groups of few pages, that a volume
 * fills one after the other, are for teaching too. Pages that typed SQL adds behind them go to the
 * groups in turn (*assumption*). Rules Q7, M16.
 */
import type { Setup } from '../../contract/scenario.ts'
import type { World } from '../world.ts'

export function groupOfPage({ groups, parameters, setup }: World, page: number): number {
  const perGroup = parameters['storage.pagesPerGroup']
  if (perGroup > 0) return Math.floor(page / perGroup)
  const pages = pagesOfTables(setup)
  return page < pages ? Math.floor((page * groups.length) / pages) : page % groups.length
}

/** Tables lie one behind the other. */
export function pagesOfTables({ tables }: Setup): number {
  const last = tables[tables.length - 1]
  return last ? last.firstPage + last.pages : 1
}
