/** The pages in play: version in storage, copy by copy, in every cache, and who owns their rows. */
import type { CachedPageView, PageView } from '../../../contract/multiMasterView.ts'
import type { World } from '../../world.ts'
import { mmGroupOf, mmOf, slots, tableOfPage } from '../mmPlaces.ts'
import type { MmWriter, MultiMaster } from '../multiMaster.ts'
import { proposalOf } from '../proposals.ts'

const shownPages = 12

/** The pages touched last, by number; all of them while there are few. */
export function viewPages(world: World): PageView[] {
  const { touchedAt } = mmOf(world).pages
  const latest: number[] = []
  for (let page = 0; page < touchedAt.length; page++) {
    if (touchedAt[page]! >= 0 || touchedAt.length <= shownPages) insert(latest, touchedAt, page)
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
  const table = world.setup.tables[tableOfPage(world, page)]!
  const group = world.groups[mmGroupOf(world, page)]!
  const first = (page - table.firstPage) * table.rowsPerPage
  const lastWriter = mm.pages.lastWriter[page]!
  return {
    page,
    table: table.name,
    rows: [first, Math.min(table.rows, first + table.rowsPerPage) - 1],
    group: group.id,
    version: mm.pages.version[page]!,
    lastWriter: lastWriter < 0 ? '' : world.instances[lastWriter]!.id,
    copies: copiesOf(mm, page),
    caches: mm.writers.map(writer => cachedAt(world, writer, page)),
    owned: ownedOn(world, page),
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

/** Rows with a change of a transaction that has not ended. */
function ownedOn(world: World, page: number): PageView['owned'] {
  const mm = mmOf(world)
  const table = tableOfPage(world, page)
  return mm.transactions
    .filter(({ serial }) => serial > 0)
    .flatMap(({ changes, serial, writer }) =>
      changes
        .filter(change => mm.changes.page[change] === page)
        .map(change => ({
          row: mm.changes.row[change]! - mm.firstRow[table]!,
          instance: world.instances[writer]!.id,
          transaction: serial,
        })),
    )
}
