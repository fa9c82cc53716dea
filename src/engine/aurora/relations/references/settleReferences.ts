/**
 * Looks at the changes that foreign keys have something to say about, one after another: refuses,
 * or carries them on to the rows that refer. May stop in between, and is then called again; what
 * has been looked at is no longer in the list. Rules I42–I45.
 */
import type { ReferentialAction } from '../../../contract/statement.ts'
import type { ReferenceCheck } from '../sessions/sessionTypes.ts'
import { numberOf, type Work } from '../sessions/work.ts'
import { openTable } from '../statements/openTable.ts'
import { findTable } from '../tables/findTable.ts'
import type { ForeignKey, Table } from '../tables/tableTypes.ts'
import { entryOf } from '../tables/tree.ts'
import { editionOf } from '../values/value.ts'
import type { Wanted } from './findReferred.ts'
import { hasNull, placesOf, type Reference, refuseReference, valuesAt } from './foreignKeys.ts'
import { hasParentMysql, settleChildMysql } from './mysqlReferences.ts'
import { hasParentPostgresql, settleChildrenPostgresql } from './postgresqlReferences.ts'

function isMysql({ relations }: Work): boolean {
  return editionOf(relations.dialect) === 'mysql'
}

function referenceOf({ relations }: Work, check: ReferenceCheck): Reference | null {
  const child = relations.tables.get(check.table)
  const foreignKey = child?.foreignKeys.find(({ name }) => name === check.foreignKey)
  return child === undefined || foreignKey === undefined ? null : { child, foreignKey }
}

/** The table referred to, its definition kept as it is. */
export function openParent(work: Work, { parent }: ForeignKey): Table {
  return openTable(work, { name: parent, at: 0 }, 'share')
}

function settleParent(work: Work, reference: Reference, row: Wanted['key']): void {
  const { child, foreignKey } = reference
  const values = entryOf(child.rows, row)?.newest?.values ?? null
  if (values === null) return
  const key = valuesAt(values, placesOf(child, foreignKey.columns))
  if (hasNull(key)) return
  const parent = openParent(work, foreignKey)
  const wanted = { table: parent, places: placesOf(parent, foreignKey.parentColumns), key }
  const isThere = isMysql(work) ? hasParentMysql(work, wanted) : hasParentPostgresql(work, wanted)
  if (!isThere) refuseReference(work, 'noParentRow', reference)
}

/** InnoDB does not carry an update on within the same table. */
function actionOf(work: Work, { child, foreignKey }: Reference, isDelete: boolean) {
  if (isDelete) return foreignKey.onDelete
  const isSame = findTable(work.relations, foreignKey.parent, numberOf(work)) === child
  return isMysql(work) && isSame ? 'restrict' : foreignKey.onUpdate
}

function carriesOn(action: ReferentialAction): boolean {
  return action !== 'noAction' && action !== 'restrict'
}

type ParentCheck = Extract<ReferenceCheck, { kind: 'parent' }>

/** True = done with. */
function settleChildren(work: Work, reference: Reference, check: ParentCheck): boolean {
  const { child, foreignKey } = reference
  const action = actionOf(work, reference, check.next === null)
  openTable(work, { name: child.name, at: 0 }, carriesOn(action) ? 'write' : 'share')
  const places = placesOf(child, foreignKey.columns)
  const wanted = { table: child, places, key: check.key }
  const settling = { work, reference, check, action, wanted }
  return isMysql(work) ? settleChildMysql(settling) : settleChildrenPostgresql(settling)
}

function settle(work: Work, check: ReferenceCheck): boolean {
  const reference = referenceOf(work, check)
  if (reference === null) return true
  if (check.kind === 'parent') return settleChildren(work, reference, check)
  settleParent(work, reference, check.row)
  return true
}

export function settleReferences(work: Work): void {
  const { checks } = work.running
  while (checks.length > 0) {
    const check = checks[0]!
    if (settle(work, check)) checks.splice(checks.indexOf(check), 1)
  }
}

/** MySQL looks before it goes on to the next row. */
export function settleBetweenRows(work: Work): void {
  if (isMysql(work)) settleReferences(work)
}

/**
 * MySQL, INSERT IGNORE: looks before the row is written, so that a row without parent is passed by
 * with a warning.
 */
export function refuseOrphan(work: Work, child: Table, values: Wanted['key']): void {
  for (const foreignKey of child.foreignKeys) {
    const key = valuesAt(values, placesOf(child, foreignKey.columns))
    if (hasNull(key)) continue
    const parent = openParent(work, foreignKey)
    const wanted = { table: parent, places: placesOf(parent, foreignKey.parentColumns), key }
    const isOwn = parent === child && isSameKey(wanted, values)
    if (!isOwn && !hasParentMysql(work, wanted)) {
      refuseReference(work, 'noParentRow', { child, foreignKey })
    }
  }
}

function isSameKey({ places, key }: Wanted, values: Wanted['key']): boolean {
  return valuesAt(values, places).every((value, at) => value === key[at])
}
