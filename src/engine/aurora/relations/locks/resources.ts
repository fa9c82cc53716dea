/**
 * The names under which locks stand. Parts are set apart by a character that no name has, so that
 * two different things never share one.
 */
import type { LockWish, Resource } from './lockTypes.ts'

const apart = '\u0001'

/** The whole table (`IS … AccessExclusive`). */
export function tableResource(table: string): Resource {
  return `t${apart}${table}`
}

/** The definition of a table, `MS` or `MX`: MySQL's metadata lock. */
export function definitionResource(table: string): Resource {
  return `d${apart}${table}`
}

/** MySQL: an entry of an index; `keyText` tells entries apart. */
export function recordResource(table: string, index: string, keyText: string): Resource {
  return `r${apart}${table}${apart}${index}${apart}${keyText}`
}

/** MySQL: the end of an index, behind its last entry. */
export function supremumResource(table: string, index: string): Resource {
  return `s${apart}${table}${apart}${index}`
}

/** PostgreSQL: a row, whatever version of it. */
export function rowResource(table: string, row: number): Resource {
  return `w${apart}${table}${apart}${row}`
}

/**
 * PostgreSQL: the end of a transaction. It holds this itself (`Exclusive`) from its first change
 * on; who must know how it ends asks for `Share`, and lets go as soon as it has it.
 */
export function endOf(transaction: number, asker: number): LockWish {
  return {
    transaction: asker,
    resource: `x${apart}${transaction}`,
    mode: asker === transaction ? 'Exclusive' : 'Share',
    part: 'whole',
    table: '',
    index: '',
    key: `transaction ${transaction}`,
    page: -1,
  }
}
