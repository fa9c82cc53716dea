/** What a page is: rows of a table, entries of an index, undo of all, or what typed SQL made. */
import type { PageView } from '../../../contract/multiMasterView.ts'
import type { World } from '../../world.ts'
import { systemPages } from '../indexPages.ts'
import { mmOf, tableOfPage } from '../mmPlaces.ts'
import { typedLeaf } from './typedLeaf.ts'

type Named = Pick<PageView, 'kind' | 'table' | 'index' | 'rows'>

/** `first`: number of the table's first row, rows of all tables being counted through. */
export function namedPage(world: World, page: number): Named & { first: number } {
  const { indexes, firstSystemPage, firstRow } = mmOf(world)
  const { setup } = world
  const firstBehind = indexes[0]?.firstPage ?? firstSystemPage
  const place = tableOfPage(world, page)
  const table = setup.tables[place]
  if (table && page < firstBehind) {
    const from = (page - table.firstPage) * table.rowsPerPage
    const rows = upTo(from, Math.min(table.rows, from + table.rowsPerPage))
    return { kind: 'table', table: table.name, index: '', rows, first: firstRow[place]! }
  }
  const isIndex = page < firstSystemPage
  return { ...(isIndex ? indexPage(world, page) : behindTables(world, page)), first: 0 }
}

function upTo(from: number, end: number): [number, number] {
  return [from, Math.max(from, end - 1)]
}

function indexPage(world: World, page: number): Named {
  const index = mmOf(world)
    .indexes.filter(its => its.firstPage <= page)
    .pop()!
  const { name, rows, rowsPerPage } = world.setup.tables[index.table]!
  const from = (page - index.firstPage) * rowsPerPage
  const entries = upTo(from, Math.min(rows, from + rowsPerPage))
  return { kind: 'index', table: name, index: index.name, rows: entries }
}

function behindTables(world: World, page: number): Named {
  const isUndo = page < mmOf(world).firstSystemPage + systemPages
  const found = isUndo ? null : typedLeaf(world, page)
  if (!found) return { kind: 'system', table: isUndo ? 'undo' : '', index: '', rows: [0, 0] }
  const kind = found.index === '' ? ('table' as const) : ('index' as const)
  const { table, index, leaf } = found
  return { kind, table, index, rows: upTo(0, leaf.entries.length) }
}
