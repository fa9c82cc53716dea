/** The leaf of typed SQL that lies on a page, once somebody has changed it. */
import type { Leaf, Tree } from '../../relations/tables/tableTypes.ts'
import type { World } from '../../world.ts'

export interface TypedLeaf {
  table: string
  /** Its index, '' = the rows of the table themselves. */
  index: string
  leaf: Leaf
  /** Place of its first entry in the table, or 0 on pages that came later. */
  first: number
}

export function typedLeaf({ sql }: World, page: number): TypedLeaf | null {
  if (!sql) return null
  for (const { name, rows, indexes } of sql.relations.tables.values()) {
    const trees = indexes.map(index => ({ index: index.name, tree: index.tree }))
    for (const { index, tree } of [{ index: '', tree: rows }, ...trees]) {
      const found = tree && leafIn(tree, page)
      if (found) return { table: name, index, ...found }
    }
  }
  return null
}

function leafIn({ base, before, touched, after }: Tree, page: number) {
  const number = base && base.firstPage >= 0 ? page - base.firstPage : -1
  const own = touched.get(number)
  if (base && own) return { leaf: own, first: number * base.rowsPerLeaf }
  const leaf = [...before, ...after].find(its => its.page === page)
  return leaf && { leaf, first: 0 }
}
