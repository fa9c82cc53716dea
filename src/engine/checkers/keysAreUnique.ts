/**
 * Unique and primary keys hold: among the newest versions of all rows, deleted ones aside, a unique
 * index has each key once; a key with NULL may repeat (rule K17).
 */
import type { Context } from '../aurora/context.ts'
import type { Relations } from '../aurora/relations/relations.ts'
import { indexTree } from '../aurora/relations/tables/recordPlace.ts'
import { compareKeys } from '../aurora/relations/tables/keys.ts'
import type { Index, Key, Table } from '../aurora/relations/tables/tableTypes.ts'
import { entryAt, entryOf, nextSpot, seek } from '../aurora/relations/tables/tree.ts'
import type { Broken, Law } from './law.ts'
import {
  createRowsSeen,
  namesOf,
  type RowChange,
  type RowsSeen,
  storedRows,
  takeRows,
} from './sqlTouches.ts'

const id = 'keysAreUnique'

export const keysAreUnique: Law<RowsSeen> = {
  id,
  rule: 'K17',
  watches: 'touched',
  remember: createRowsSeen,
  after({ world }: Context, seen) {
    if (world.sql === null) return null
    const { relations } = world.sql
    return checkRows(relations, takeRows(relations, seen).changed)
  },
  sweep({ sql }) {
    if (sql === null) return null
    const tables = [...sql.relations.tables.values()]
    const rows = tables.flatMap(table =>
      storedRows(table).map(({ key }) => ({ table: table.number, row: key }) as RowChange),
    )
    return checkRows(sql.relations, rows)
  },
}

function checkRows(relations: Relations, rows: readonly RowChange[]): Broken | null {
  for (const change of rows) {
    const table = relations.tables.get(change.table)
    const index = table?.indexes.find(one => one.isUnique && isTwice(table, one, change.row))
    if (index === undefined) continue
    const parameters = { ...namesOf(relations, change), index: index.name }
    return { law: id, key: `law.${id}`, parameters }
  }
  return null
}

/** Null: the row is deleted, or its key has a NULL. */
function keyIn({ columns }: Index, table: Table, row: Key): Key | null {
  const values = entryOf(table.rows, row)?.newest?.values ?? null
  if (values === null) return null
  const key: Key = columns.map(place => values[place]!)
  return key.includes(null) ? null : key
}

/** Entries of older versions stand in the index too: those count whose row has the key now. */
function isTwice(table: Table, index: Index, row: Key): boolean {
  const key = keyIn(index, table, row)
  if (key === null || index.tree === null) return false
  const { tree } = indexTree(table, index)
  let count = 0
  for (let spot = seek(tree, key, false); spot !== null; spot = nextSpot(tree, spot)) {
    const entry = entryAt(tree, spot)
    if (compareKeys(entry.key, key, tree.dialect) !== 0) break
    const its = keyIn(index, table, entry.row)
    if (its !== null && compareKeys(its, key, tree.dialect) === 0) count++
  }
  return count > 1
}
