/** No version of a transaction that was rolled back stays in a row that it changed (rule K12). */
import type { Context } from '../aurora/context.ts'
import type { Relations } from '../aurora/relations/relations.ts'
import type { Broken, Law } from './law.ts'
import {
  createRowsSeen,
  namesOf,
  type RowChange,
  rowOf,
  type RowsSeen,
  takeRows,
} from './sqlTouches.ts'

const id = 'undoneRowsAreGone'
const kept = 64

interface Memory {
  seen: RowsSeen
  /** The last ones rolled back. */
  gone: { transaction: number; rows: RowChange[] }[]
}

export const undoneRowsAreGone: Law<Memory> = {
  id,
  rule: 'K12',
  watches: 'touched',
  remember: () => ({ seen: createRowsSeen(), gone: [] }),
  after({ world }: Context, memory) {
    if (world.sql === null) return null
    const { relations } = world.sql
    const { ended } = takeRows(relations, memory.seen)
    const undone = ended.filter(one => relations.rolledBack.includes(one.transaction))
    memory.gone.push(...undone)
    memory.gone.splice(0, memory.gone.length - kept)
    return undone.length === 0 ? null : check(relations, undone)
  },
  sweep: ({ sql }, { gone }) => (sql === null ? null : check(sql.relations, gone)),
}

function check(relations: Relations, gone: Memory['gone']): Broken | null {
  for (const { transaction, rows } of gone) {
    const left = rows.find(change => isLeft(relations, change, transaction))
    if (left === undefined) continue
    const parameters = { ...namesOf(relations, left), transaction }
    return { law: id, key: `law.${id}`, parameters }
  }
  return null
}

function isLeft(relations: Relations, change: RowChange, transaction: number): boolean {
  let version = rowOf(relations, change)?.newest ?? null
  while (version !== null && version.transaction !== transaction) version = version.older
  return version !== null
}
