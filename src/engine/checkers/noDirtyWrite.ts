/**
 * No dirty write: a row that an open transaction has changed is not changed by another before that
 * one has ended (rule K11).
 */
import type { Context } from '../aurora/context.ts'
import type { Relations } from '../aurora/relations/relations.ts'
import type { Version } from '../aurora/relations/tables/tableTypes.ts'
import type { World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'
import {
  createRowsSeen,
  namesOf,
  type RowChange,
  rowOf,
  type RowsSeen,
  storedRows,
  takeRows,
} from './sqlTouches.ts'

const id = 'noDirtyWrite'

export const noDirtyWrite: Law<RowsSeen> = {
  id,
  rule: 'K11',
  watches: 'touched',
  remember: createRowsSeen,
  after({ world }: Context, seen) {
    if (world.sql === null) return null
    const { relations } = world.sql
    for (const change of takeRows(relations, seen).changed) {
      const broken = check(relations, change, rowOf(relations, change)?.newest ?? null)
      if (broken) return broken
    }
    return null
  },
  sweep: world => (world.sql === null ? null : sweep(world)),
}

function sweep({ sql }: World): Broken | null {
  const { relations } = sql!
  for (const table of relations.tables.values()) {
    for (const { key, newest } of storedRows(table)) {
      const change = { table: table.number, row: key } as RowChange
      const broken = check(relations, change, newest)
      if (broken) return broken
    }
  }
  return null
}

/** Whatever stands under a change of an open transaction is its own, or has been committed. */
function check({ open, ...rest }: Relations, row: RowChange, newest: Version | null) {
  const transaction = newest?.transaction ?? 0
  for (let version = newest; version !== null; version = version.older) {
    if (version.transaction === transaction || !open.has(version.transaction)) continue
    const names = namesOf({ open, ...rest }, row)
    const parameters = { ...names, transaction, other: version.transaction }
    return { law: id, key: `law.${id}`, parameters }
  }
  return null
}
