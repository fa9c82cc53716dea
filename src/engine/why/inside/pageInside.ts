/**
 * One page from the inside: its version on each copy of its group, in the memory of each instance,
 * and with several writers the changes of it that are open. A look: nothing of the world changes.
 */
import { viewProposals } from '../../aurora/multimaster/view/viewProposals.ts'
import { namedPage } from '../../aurora/multimaster/view/namedPage.ts'
import { groupOfPage } from '../../aurora/database/groupOfPage.ts'
import { mmGroupOf } from '../../aurora/multimaster/mmPlaces.ts'
import { writerIndex } from '../../aurora/status/reachability.ts'
import { isAnnulled, isKept, rowOf } from '../../aurora/storage/redoLog.ts'
import type { World } from '../../aurora/world.ts'
import type { PageInside } from '../../contract/inside.ts'
import { pageAtCopy } from './pageAtCopy.ts'
import { pageAtInstance } from './pageAtInstance.ts'
import { recordInside } from './recordInside.ts'

const shownRecords = 12

/** Null where no page of the volume has this number. */
export function pageInside(world: World, page: number): PageInside | null {
  if (!isPage(world, page)) return null
  const group = world.multiMaster ? mmGroupOf(world, page) : groupOfPage(world, page)
  const chain = world.groups[group]
  if (!chain) return null
  const ordinals = recordsOfPage(world, page)
  return {
    inside: 'page',
    at: world.now,
    page,
    group: chain.id,
    ...nameOf(world, page),
    isMultiMaster: world.multiMaster !== null,
    newest: newestOf(world, page, ordinals),
    vdl: vdlOf(world),
    records: ordinals.slice(-shownRecords).map(ordinal => recordInside(world, ordinal)),
    copies: chain.segments.map(segment => pageAtCopy(world, segment, page, ordinals)),
    instances: world.instances.map((_, index) => pageAtInstance(world, index, page, ordinals)),
    proposals: proposalsOf(world, page),
  }
}

function isPage({ multiMaster, pageRecords }: World, page: number): boolean {
  const pages = multiMaster?.pages.version.length ?? pageRecords.length
  return Number.isInteger(page) && page >= 0 && page < pages
}

/** Of those that the log keeps, oldest first, without what a recovery has annulled. */
function recordsOfPage({ log }: World, page: number): number[] {
  const found: number[] = []
  for (let ordinal = log.next - 1; isKept(log, ordinal); ordinal--) {
    if (log.page[rowOf(log, ordinal)] === page && !isAnnulled(log, ordinal)) found.push(ordinal)
  }
  return found.reverse()
}

function vdlOf(world: World): number {
  return world.instances[writerIndex(world)]?.memory.vdl ?? 0
}

function newestOf(world: World, page: number, ordinals: number[]): number {
  const { multiMaster, log } = world
  if (multiMaster) return multiMaster.pages.version[page]!
  const vdl = vdlOf(world)
  const durable = ordinals.map(each => log.lsn[rowOf(log, each)]!).filter(lsn => lsn <= vdl)
  return durable.at(-1) ?? 0
}

type Name = Pick<PageInside, 'table' | 'index' | 'rows'>

function nameOf(world: World, page: number): Name {
  if (world.multiMaster) {
    const { table, index, rows, kind } = namedPage(world, page)
    return { table, index, rows: kind === 'system' ? null : rows }
  }
  const table = world.setup.tables.find(
    ({ firstPage, pages }) => page >= firstPage && page < firstPage + pages,
  )
  if (!table) return { table: '', index: '', rows: null }
  const from = (page - table.firstPage) * table.rowsPerPage
  const last = Math.min(table.rows, from + table.rowsPerPage) - 1
  return { table: table.name, index: '', rows: [from, Math.max(from, last)] }
}

function proposalsOf(world: World, page: number): PageInside['proposals'] {
  if (!world.multiMaster) return []
  return viewProposals(world).filter(({ pages }) => pages.some(its => its.page === page))
}
