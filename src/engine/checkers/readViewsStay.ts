/**
 * A read view never changes: of a row that others change it goes on showing the same version,
 * whether they commit, roll back, or older versions are removed (rule K13).
 */
import type { Context } from '../aurora/context.ts'
import type { ReadView, Relations } from '../aurora/relations/relations.ts'
import { visibleVersion } from '../aurora/relations/tables/readViews.ts'
import type { Broken, Law } from './law.ts'
import {
  createRowsSeen,
  namesOf,
  type RowChange,
  rowOf,
  type RowsSeen,
  takeRows,
} from './sqlTouches.ts'

const id = 'readViewsStay'
const kept = 64

interface Sight {
  change: RowChange
  shown: string
}

interface Memory {
  seen: RowsSeen
  /** By view and then by row: what it showed when somebody had changed the row. */
  views: Map<number, Map<string, Sight>>
}

export const readViewsStay: Law<Memory> = {
  id,
  rule: 'K13',
  watches: 'touched',
  remember: () => ({ seen: createRowsSeen(), views: new Map() }),
  after({ world }: Context, { seen, views }) {
    if (world.sql === null) return null
    const { relations } = world.sql
    const { changed, ended } = takeRows(relations, seen)
    for (const view of views.keys()) if (!relations.views.has(view)) views.delete(view)
    for (const change of changed) note(relations, views, change)
    return checkRows(relations, views, [...changed, ...ended.flatMap(({ rows }) => rows)])
  },
  sweep({ sql }, { views }) {
    if (sql === null) return null
    const rows = [...views.values()].flatMap(sights => [...sights.values()])
    return checkRows(
      sql.relations,
      views,
      rows.map(({ change }) => change),
    )
  },
}

function keyOf({ table, row }: RowChange): string {
  return `${table}/${row.map(value => JSON.stringify(value)).join('/')}`
}

/** Its own changes are seen by their statements, which others cannot tell: not looked at. */
function note(relations: Relations, views: Memory['views'], change: RowChange): void {
  for (const view of relations.views.values()) {
    const sights = views.get(view.number) ?? new Map<string, Sight>()
    views.set(view.number, sights)
    const key = keyOf(change)
    if (view.transaction === change.transaction) sights.delete(key)
    else if (!sights.has(key) && sights.size < kept && !isOwn(relations, change, view)) {
      sights.set(key, { change, shown: shownBy(relations, change, view) })
    }
  }
}

function isOwn(relations: Relations, change: RowChange, { transaction }: ReadView): boolean {
  let version = rowOf(relations, change)?.newest ?? null
  while (version !== null && version.transaction !== transaction) version = version.older
  return version !== null
}

function shownBy(relations: Relations, change: RowChange, view: ReadView): string {
  const newest = rowOf(relations, change)?.newest ?? null
  const version = visibleVersion(relations, newest, view, 0)
  return version?.values ? `${version.transaction}/${version.statement}/${version.lsn}` : 'nothing'
}

function checkRows(relations: Relations, views: Memory['views'], rows: RowChange[]): Broken | null {
  for (const [number, sights] of views) {
    const view = relations.views.get(number)
    if (view === undefined) continue
    for (const change of rows) {
      const sight = sights.get(keyOf(change))
      if (sight === undefined || shownBy(relations, change, view) === sight.shown) continue
      const parameters = { ...namesOf(relations, change), session: view.session }
      return { law: id, key: `law.${id}`, parameters }
    }
  }
  return null
}
