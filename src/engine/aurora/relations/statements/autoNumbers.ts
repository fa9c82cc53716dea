/**
 * Numbers of AUTO_INCREMENT, serial and identity columns, which are never given back. InnoDB
 * reserves as many as a statement has rows; those that it then does not need are gone. Each of
 * several writers counts for itself, in memory, in steps that no other one takes (I48), and begins
 * behind the largest number that it finds, as InnoDB 5.6 does. Rules I47, I48.
 */
import { shownVersion } from '../rows/currentVersion.ts'
import { touch, type Work } from '../sessions/work.ts'
import type { Table } from '../tables/tableTypes.ts'
import { entryAt, firstSpot, nextSpot, pageAt, seek, type Spot } from '../tables/tree.ts'
import { editionOf } from '../values/value.ts'

/** Rows of the scenario are numbered as they come, so only what stands behind them is looked at. */
function startOf({ rows, primary }: Table, place: number): Spot | null {
  const isKey = primary[0] === place && rows.base !== null
  return isKey ? seek(rows, [rows.base!.rows], false) : firstSpot(rows)
}

/** The largest number in the rows that this writer has before it; 0 = none. */
function largest(work: Work, table: Table): number {
  const { rows, columns } = table
  const place = columns.findIndex(({ isAutoIncrement }) => isAutoIncrement)
  let most = 0
  for (let spot = startOf(table, place); spot !== null; spot = nextSpot(rows, spot)) {
    touch(work, pageAt(rows, spot))
    const value = shownVersion(work.host, table, entryAt(rows, spot))?.values?.[place]
    if (typeof value === 'number') most = Math.max(most, value)
  }
  return most
}

/** The lowest number that may be given out here. */
function lowest(work: Work, table: Table): number {
  if (work.host.autoIncrement === undefined) return table.nextAutoIncrement
  return work.desk.autoNumbers.get(table.number) ?? largest(work, table) + 1
}

function setLowest({ host, desk }: Work, table: Table, number: number): void {
  if (host.autoIncrement === undefined) table.nextAutoIncrement = number
  else desk.autoNumbers.set(table.number, number)
}

function stepOf({ host }: Work): number {
  return host.autoIncrement?.increment ?? 1
}

/** The first number of this writer's that is not below. */
function firstFrom({ host }: Work, from: number): number {
  if (host.autoIncrement === undefined) return from
  const { offset, increment } = host.autoIncrement
  return offset + Math.ceil(Math.max(0, from - offset) / increment) * increment
}

/** InnoDB: one for each row of the statement that is left. */
function reserve(work: Work, table: Table, { at, rows }: RowOf): void {
  const first = work.running.numbers?.first ?? at
  const next = firstFrom(work, lowest(work, table))
  const left = Math.max(1, rows - (at - first))
  setLowest(work, table, next + (left - 1) * stepOf(work) + 1)
  work.running.numbers = { first, next, left, isTaken: false }
}

/** Which row of a statement, from 0, and how many there are. */
export interface RowOf {
  at: number
  rows: number
}

/** A row is being made: it has none yet. */
export function beginRow({ running }: Work): void {
  if (running.numbers?.isTaken) running.numbers = { ...running.numbers, isTaken: false }
}

/** LAST_INSERT_ID of MySQL tells of the first row that was written with a number. */
export function keepNumber(work: Work): void {
  const { running } = work
  if (running.firstNumber !== 0 || !running.numbers?.isTaken) return
  running.firstNumber = running.numbers.next - stepOf(work)
}

/** `lastval()` of PostgreSQL tells of the last one, whatever became of its row. */
function takeOfSequence({ running }: Work, table: Table): number {
  running.firstNumber = table.nextAutoIncrement++
  return running.firstNumber
}

export function takeNumber(work: Work, table: Table, row: RowOf): number {
  const { running } = work
  if (editionOf(work.relations.dialect) === 'postgresql') return takeOfSequence(work, table)
  if ((running.numbers?.left ?? 0) === 0) reserve(work, table, row)
  const numbers = running.numbers!
  const number = numbers.next
  running.numbers = {
    ...numbers,
    next: number + stepOf(work),
    left: numbers.left - 1,
    isTaken: true,
  }
  return number
}

/** The row was not written after all: the next one of the same statement gets its number. */
export function returnNumber(work: Work): void {
  const { numbers } = work.running
  if (numbers === null || !numbers.isTaken) return
  const { next, left } = numbers
  work.running.numbers = { ...numbers, next: next - stepOf(work), left: left + 1, isTaken: false }
}

/** MySQL: a number was given, and numbers go on behind it. */
export function noteNumber(work: Work, table: Table, given: number): void {
  const low = lowest(work, table)
  if (given >= low) setLowest(work, table, given + 1)
  const { numbers } = work.running
  if (numbers === null || given < numbers.next) return
  const passed = Math.min(numbers.left, Math.floor((given - numbers.next) / stepOf(work)) + 1)
  const next = numbers.next + passed * stepOf(work)
  work.running.numbers = { ...numbers, next, left: numbers.left - passed }
}
