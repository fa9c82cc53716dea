/**
 * Random programs of a few sessions over the table test, and what they would do one after the
 * other: every write sets a value of its own, so that a value read tells who wrote it.
 */
import type { IsolationLevel } from '../../../contract/sql.ts'

export type Operation =
  | { do: 'read'; from: number; to: number }
  | { do: 'find'; above: number }
  | { do: 'set'; id: number; value: number }
  | { do: 'setAbove'; above: number; value: number }
  | { do: 'insert'; id: number; value: number }
  | { do: 'delete'; id: number }

export interface Program {
  operations: Operation[]
  ending: 'commit' | 'rollback'
}

export interface Trial {
  programs: Program[]
  /** Whose turn it is, by place among the programs. */
  turns: number[]
  /** With an index on the value column. */
  hasIndex: boolean
}

/** By id. */
export type Rows = Map<number, number>

export const initialRows: Rows = new Map([
  [1, 20],
  [2, 30],
  [4, 40],
])

/** Values count up from small ones too, so that predicates are crossed in both ways. */
export function numbered(trial: Trial): Trial {
  let last = 0
  const programs = trial.programs.map(({ operations, ending }) => ({
    ending,
    operations: operations.map(one => ('value' in one ? { ...one, value: ++last } : one)),
  }))
  return { ...trial, programs }
}

export function sqlOf(one: Operation): string {
  switch (one.do) {
    case 'read':
      return one.from === one.to
        ? `select id, value from test where id = ${one.from}`
        : `select id, value from test where id between ${one.from} and ${one.to}`
    case 'find':
      return `select id, value from test where value > ${one.above}`
    case 'set':
      return `update test set value = ${one.value} where id = ${one.id}`
    case 'setAbove':
      return `update test set value = ${one.value} where value > ${one.above}`
    case 'insert':
      return `insert into test (id, value) values (${one.id}, ${one.value})`
    case 'delete':
      return `delete from test where id = ${one.id}`
  }
}

/** What a statement tells its user: rows as a text, or how many it changed, or a duplicate key. */
export type Sight = string

export function sightOf(rows: readonly (readonly unknown[])[]): Sight {
  const inOrder = [...rows].sort(([id], [other]) => Number(id) - Number(other))
  return inOrder.map(([id, value]) => `${id}=${value}`).join(' ')
}

/** Carries an operation out on rows that nobody else changes. */
export function perform(rows: Rows, one: Operation): Sight {
  switch (one.do) {
    case 'read':
      return sightOf([...rows].filter(([id]) => id >= one.from && id <= one.to))
    case 'find':
      return sightOf([...rows].filter(([, value]) => value > one.above))
    case 'set':
      return setAll(rows, rows.has(one.id) ? [one.id] : [], one.value)
    case 'setAbove':
      return setAll(
        rows,
        [...rows].flatMap(([id, value]) => (value > one.above ? [id] : [])),
        one.value,
      )
    case 'insert':
      if (rows.has(one.id)) return 'duplicate'
      return setAll(rows, [one.id], one.value)
    case 'delete':
      return `changed ${rows.delete(one.id) ? 1 : 0}`
  }
}

function setAll(rows: Rows, changed: number[], value: number): Sight {
  for (const id of changed) rows.set(id, value)
  return `changed ${changed.length}`
}

export const isRead = ({ do: what }: Operation): boolean => what === 'read' || what === 'find'

/** What a program saw, statement by statement; null = it was never told, or met an error. */
export interface Run {
  program: Program
  sights: Sight[]
  /** How many transactions had committed when each statement was asked, and when answered. */
  commitsBefore: number[]
  commitsAfter: number[]
  hasCommitted: boolean
}

export interface Trace {
  level: IsolationLevel
  runs: Run[]
  /** The committed rows after each commit, the first before any. */
  states: Rows[]
}

/** An order of the committed transactions that explains all that was seen; null = there is none. */
export function serialOrder({ runs, states }: Trace): Run[] | null {
  const committed = runs.filter(run => run.hasCommitted)
  const final = sightOf([...states[states.length - 1]!])
  return ordersOf(committed).find(order => explains(order, final)) ?? null
}

function explains(order: Run[], final: Sight): boolean {
  const rows = new Map(initialRows)
  for (const { program: its, sights } of order) {
    if (!its.operations.every((one, place) => perform(rows, one) === sights[place])) return false
  }
  return sightOf([...rows]) === final
}

function ordersOf<Item>(items: Item[]): Item[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((first, place) =>
    ordersOf(items.filter((_, other) => other !== place)).map(rest => [first, ...rest]),
  )
}
