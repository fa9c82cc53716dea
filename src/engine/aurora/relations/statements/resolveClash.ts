/** INSERT that meets a key that is there: an error, nothing, or a change of the row in the way. */
import { refuseFor } from '../errors/sqlError.ts'
import { evaluate } from '../expressions/evaluate.ts'
import { projectItems } from '../expressions/project.ts'
import { isTrue } from '../expressions/truth.ts'
import { shownVersion } from '../rows/currentVersion.ts'
import { viewOf } from '../sessions/views.ts'
import { numbered } from '../sessions/work.ts'
import { isVisible } from '../tables/readViews.ts'
import type { Key, Version } from '../tables/tableTypes.ts'
import { entryOf } from '../tables/tree.ts'
import { areSameValues } from './changeRows.ts'
import type { Inserting } from './inserting.ts'
import { lockRow, refuseChange } from './lockRow.ts'
import { isTarget } from './conflictTarget.ts'
import { assigned } from './newValues.ts'
import { replaceRow } from './replaceRow.ts'
import { type Candidate, changesKey, type Clash, refuseClash } from './uniqueKeys.ts'

function newestOf({ work, table }: Inserting, row: Key): Version | null {
  return shownVersion(work.host, table, entryOf(table.rows, row))
}

/** MySQL counts 2 for a row changed, 0 for one that stays the same. */
function updateDuplicate(inserting: Inserting, candidate: Candidate, { row }: Clash): void {
  const { work, table, statement, scope } = inserting
  const old = newestOf(inserting, row)?.values ?? null
  if (old === null) return
  const next = assigned(table, statement.onDuplicate!, old, {
    ...scope,
    proposed: candidate.values,
  })
  if (areSameValues(next, old)) return
  replaceRow(work, table, { row, before: old, after: next })
  work.running.affected += 2
}

function refuseUnseen(inserting: Inserting, newest: Version): void {
  const { work } = inserting
  const { isolation, statements } = numbered(work)
  if (isolation !== 'repeatable read' && isolation !== 'serializable') return
  if (isVisible(work.relations, newest, viewOf(work), statements)) return
  if (newest.transaction !== numbered(work).number) refuseChange(work, false)
}

function refuseTwice({ work }: Inserting, newest: Version): void {
  const { number, statements } = numbered(work)
  if (newest.transaction !== number || newest.statement !== statements) return
  refuseFor(work.relations.dialect, 'affectedTwice')
}

function updateConflicting(inserting: Inserting, candidate: Candidate, row: Key): void {
  const { work, table, statement, scope } = inserting
  const { update, where } = statement.onConflict!
  const before = newestOf(inserting, row)!
  const inside = { ...scope, proposed: candidate.values, row: before.values }
  const planned = assigned(table, update!, before.values!, inside)
  const isKey = changesKey(work, { table, values: planned, row, replaces: false })
  lockRow(work, { table, row, mode: isKey ? 'Update' : 'NoKeyUpdate', onConflict: 'wait' })
  refuseUnseen(inserting, before)
  refuseTwice(inserting, before)
  if (where !== null && !isTrue(evaluate(where, inside), scope.dialect)) return
  replaceRow(work, table, { row, before: before.values!, after: planned })
  work.running.affected++
  if (statement.returning === null) return
  work.running.returned.push(projectItems(statement.returning, planned, scope))
}

/** PostgreSQL: other unique keys than that of the target are errors as ever. */
function resolveConflict(inserting: Inserting, candidate: Candidate, clash: Clash): void {
  const { statement, table } = inserting
  const newest = newestOf(inserting, clash.row)
  if (newest === null || newest.values === null) return
  if (!isTarget(table, statement, clash.index)) refuseClash(candidate, clash)
  if (statement.onConflict!.update !== null) {
    return updateConflicting(inserting, candidate, clash.row)
  }
  refuseUnseen(inserting, newest)
}

export function resolveClash(inserting: Inserting, candidate: Candidate, clash: Clash): void {
  const { onDuplicate, onConflict } = inserting.statement
  if (onDuplicate !== null) return updateDuplicate(inserting, candidate, clash)
  if (onConflict === null) refuseClash(candidate, clash)
  resolveConflict(inserting, candidate, clash)
}
