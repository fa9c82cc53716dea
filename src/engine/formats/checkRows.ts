/** Rows that a transaction of the script names must exist: its table says how many there are. */
import { at, each, type Given } from './draft.ts'
import { type Problem, renderPath } from './problem.ts'

export function checkRows(root: Given, entry: Given): Problem[] {
  const name = at(entry, 'table').value
  const table = each(root, 'tables').find(its => at(its, 'name').value === name)
  const rows = table && at(table, 'rows').value
  if (typeof rows !== 'number' || typeof name !== 'string') return []
  const allowed = `rows 0 to ${rows - 1}`
  return [...each(entry, 'read'), ...each(entry, 'write')].flatMap(({ value, path }) => {
    if (typeof value !== 'number' || value < rows) return []
    return [{ path: renderPath(path), message: `table "${name}" has no row ${value}`, allowed }]
  })
}
