/** Tables as the page lists them. */
import type { TableSummary } from '../../../contract/sqlView.ts'
import type { Relations } from '../relations.ts'
import { baseLeafCount } from '../tables/baseEntries.ts'
import { indexTree } from '../tables/recordPlace.ts'
import type { Table, Tree } from '../tables/tableTypes.ts'

export function pagesOf(tree: Tree): number {
  return tree.before.length + baseLeafCount(tree) + tree.after.length
}

function summaryOf(table: Table): TableSummary {
  const indexes = table.indexes.map(index => ({
    name: index.name,
    columns: index.columns.map(place => table.columns[place]!.name),
    isUnique: index.isUnique,
    pages: pagesOf(indexTree(table, index).tree),
  }))
  return {
    name: table.name,
    rows: table.rows.size,
    pages: pagesOf(table.heap ?? table.rows),
    indexes,
  }
}

export function tableSummaries({ tables }: Relations): TableSummary[] {
  return [...tables.values()].filter(({ madeBy }) => madeBy === 0).map(summaryOf)
}
