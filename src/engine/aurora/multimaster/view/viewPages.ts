/** The pages in play: version in storage, copy by copy, in every cache, and who owns their rows. */
import type { CachedPageView, PageView } from '../../../contract/multiMasterView.ts'
import type { World } from '../../world.ts'
import { mmGroupOf, mmOf, slots } from '../mmPlaces.ts'
import type { MmWriter, MultiMaster } from '../multiMaster.ts'
import { proposalOf } from '../proposals.ts'
import { namedPage } from './namedPage.ts'
import { committedRows, ownedRows } from './rowsOnPage.ts'

const shownPages = 12

/** The pages touched last, by number; all those of tables and indexes while there are few. */
export function viewPages(world: World): PageView[] {
  const { pages, firstSystemPage } = mmOf(world)
  const { touchedAt } = pages
  const latest: number[] = []
  for (let page = 0; page < touchedAt.length; page++) {
    const isOfFew = page < firstSystemPage && firstSystemPage <= shownPages
    if (touchedAt[page]! >= 0 || isOfFew) insert(latest, touchedAt, page)
  }
  return latest.sort((one, other) => one - other).map(page => viewPage(world, page))
}

/** Newest first, no more than are shown. */
function insert(latest: number[], touchedAt: Float64Array, page: number): void {
  const last = latest[latest.length - 1]
  if (latest.length === shownPages && touchedAt[page]! <= touchedAt[last!]!) return
  let place = latest.length
  while (place > 0 && touchedAt[latest[place - 1]!]! < touchedAt[page]!) place--
  latest.splice(place, 0, page)
  if (latest.length > shownPages) latest.pop()
}

function viewPage(world: World, page: number): PageView {
  const mm = mmOf(world)
  const { first, ...named } = namedPage(world, page)
  const lastWriter = mm.pages.lastWriter[page]!
  return {
    page,
    ...named,
    group: world.groups[mmGroupOf(world, page)]!.id,
    version: mm.pages.version[page]!,
    lastWriter: lastWriter < 0 ? '' : world.instances[lastWriter]!.id,
    copies: copiesOf(mm, page),
    caches: mm.writers.map(writer => cachedAt(world, writer, page)),
    owned: ownedRows(world, page, first),
    committed: committedRows(world, page, first),
  }
}

function copiesOf(mm: MultiMaster, page: number): PageView['copies'] {
  return Array.from({ length: slots }, (_, slot) => ({
    version: mm.versions[slot]![page]!,
    tentative: tentativeAt(mm, slot, page),
  }))
}

/** A copy that only promised not to take a change (T40) has nothing tentative. */
function tentativeAt(mm: MultiMaster, slot: number, page: number): number {
  const number = mm.tentatives[slot]![page]!
  const proposal = proposalOf(mm, number)
  const part = proposal?.parts.find(({ pages }) => pages.some(its => its.page === page))
  return ((part?.promised ?? 0) >>> slot) & 1 ? 0 : number
}

function cachedAt(world: World, writer: MmWriter, page: number): CachedPageView | null {
  const version = writer.cache[page]!
  if (version === 0) return null
  const since = writer.staleSince[page]!
  return { page, version, staleMicros: since === 0 ? 0 : world.now - since }
}
