/** Which rows of a page open transactions own, and which were committed a moment ago. */
import type { PageView } from '../../../contract/multiMasterView.ts'
import type { World } from '../../world.ts'
import { mmOf } from '../mmPlaces.ts'
import { outcome } from '../rowChanges.ts'
import { typedLeaf } from './typedLeaf.ts'

const shownForMicros = 100_000

/** Rows with a change of a transaction that has not ended, `first` being the table's first row. */
export function ownedRows(world: World, page: number, first: number): PageView['owned'] {
  const mm = mmOf(world)
  const own = mm.transactions
    .filter(({ serial }) => serial > 0)
    .flatMap(({ changes, serial, writer }) =>
      changes
        .filter(change => mm.changes.page[change] === page)
        .map(change => ({
          row: mm.changes.row[change]! - first,
          instance: world.instances[writer]!.id,
          transaction: serial,
        })),
    )
  return [...own, ...ownedByTyped(world, page)]
}

/** A row of typed SQL is named by its place in the table, or on a page that came later. */
function ownedByTyped(world: World, page: number): PageView['owned'] {
  const found = typedLeaf(world, page)
  if (!found) return []
  const { open } = world.sql!.relations
  return found.leaf.entries.flatMap(({ newest }, place) => {
    const owner = open.get(newest?.transaction ?? 0)
    if (!owner) return []
    const instance = world.instances[owner.origin ?? 0]!.id
    return [{ row: found.first + place, instance, transaction: owner.number }]
  })
}

/**
 * Newest state by row: what is known of changes goes on for a while after all know their end.
 * `counts`: is the end of this change looked at?
 */
export function committedRows(
  world: World,
  page: number,
  first: number,
  counts: (change: number) => boolean = () => true,
): PageView['committed'] {
  const { changes } = mmOf(world)
  const since = Math.max(1, world.now - shownForMicros)
  const found = new Map<number, string>()
  for (let change = 0; change < changes.page.length; change++) {
    if (changes.page[change] !== page || changes.outcome[change] !== outcome.committed) continue
    if (changes.endedAt[change]! < since || !counts(change)) continue
    found.set(changes.row[change]! - first, world.instances[changes.writer[change]!]!.id)
  }
  const rows = [...found].map(([row, instance]) => ({ row, instance }))
  return rows.sort((one, other) => one.row - other.row)
}
