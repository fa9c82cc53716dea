/** Which foreign keys a table has, and which refer to it; the words for them. */
import type { ReferentialAction } from '../../../contract/statement.ts'
import type { ErrorCause } from '../errors/errorTable.ts'
import { sqlError } from '../errors/sqlError.ts'
import { refuse } from '../errors/refusal.ts'
import { numberOf, type Work } from '../sessions/work.ts'
import { placeOfColumn } from '../tables/defineTable.ts'
import { areSameTable, isSeen } from '../tables/findTable.ts'
import type { ForeignKey, Key, Table } from '../tables/tableTypes.ts'
import type { SqlValue } from '../values/value.ts'

/** A foreign key with the table that has it. */
export interface Reference {
  child: Table
  foreignKey: ForeignKey
}

/** Foreign keys of other tables, and of the table itself, that refer to it; in order. */
export function referencesTo(work: Work, parent: Table): Reference[] {
  const { relations } = work
  const found: Reference[] = []
  for (const child of relations.tables.values()) {
    if (child.foreignKeys.length === 0 || !isSeen(child, numberOf(work))) continue
    for (const foreignKey of child.foreignKeys) {
      if (areSameTable(relations, foreignKey.parent, parent.name)) found.push({ child, foreignKey })
    }
  }
  return found
}

export function placesOf(table: Table, names: readonly string[]): number[] {
  return names.map(name => placeOfColumn(table.columns, name))
}

export function valuesAt(values: readonly SqlValue[], places: readonly number[]): Key {
  return Object.freeze(places.map(place => values[place]!))
}

/** NULL in any column refers to nothing. */
export function hasNull(key: Key): boolean {
  return key.some(value => value === null)
}

const actionWords: Partial<Record<ReferentialAction, string>> = {
  cascade: 'CASCADE',
  setNull: 'SET NULL',
  setDefault: 'SET DEFAULT',
  noAction: 'NO ACTION',
}

/** RESTRICT is not told: it is so where nothing is said. */
function ruleWords(event: string, action: ReferentialAction): string {
  const word = actionWords[action]
  return word === undefined ? '' : ` ON ${event} ${word}`
}

function listOf(names: readonly string[]): string {
  return names.map(name => `\`${name}\``).join(', ')
}

/** As SHOW CREATE TABLE of MySQL words it. */
export function constraintWords(foreignKey: ForeignKey): string {
  const { name, columns, parent, parentColumns, onDelete, onUpdate } = foreignKey
  const words = `CONSTRAINT \`${name}\` FOREIGN KEY (${listOf(columns)}) REFERENCES \`${parent}\``
  const rules = ruleWords('DELETE', onDelete) + ruleWords('UPDATE', onUpdate)
  return `${words} (${listOf(parentColumns)})${rules}`
}

/** Refuses for a foreign key. */
export function refuseReference(
  { relations }: Pick<Work, 'relations'>,
  cause: ErrorCause,
  { child, foreignKey }: Reference,
): never {
  const { name, parent } = foreignKey
  const constraint = constraintWords(foreignKey)
  const parameters = { table: child.name, name, parent, constraint }
  return refuse(sqlError(relations.dialect, cause, parameters))
}
