/**
 * Which pages a change of a row touches: the row's own, one of each secondary index, and an undo
 * page. An index groups rows otherwise than the table does, so two rows far apart may meet there
 * (user guide, *Without sharding*). How they are grouped is an *assumption*, and so is that undo
 * pages are a writer's own. Rules T23, C19.
 */
import type { Setup } from '../../contract/scenario.ts'
import type { World } from '../world.ts'
import { mmGroupOf, mmOf, pageOfNumberedRow, privateUndoPage, tableOfRow } from './mmPlaces.ts'
import { pageKind } from './multiMaster.ts'
import type { MmIndex } from './pageState.ts'

/** T23: pages for undo that all writers share, if they do. */
export const systemPages = 8

/** C19: behind the pages of all tables, as many for each index as its table has. */
export function layIndexes({ tables }: Setup): MmIndex[] {
  const last = tables[tables.length - 1]
  let firstPage = last ? last.firstPage + last.pages : 1
  return tables.flatMap(({ indexes, rows, pages }, table) =>
    indexes.map((name, order) => {
      const index = { table, name, firstPage, stride: strideOf(rows, order) }
      firstPage += pages
      return index
    }),
  )
}

export function pagesOfIndexes({ tables }: Setup): number {
  return tables.reduce((sum, { indexes, pages }) => sum + indexes.length * pages, 0)
}

/** About the golden section of all rows, without a common divisor: each row gets its own place. */
function strideOf(rows: number, order: number): number {
  let stride = Math.max(1, Math.floor((rows * 618) / 1_000) + order)
  while (divisor(stride, rows) > 1) stride++
  return stride
}

function divisor(one: number, other: number): number {
  let [greater, lesser] = [one, other]
  while (lesser > 0) [greater, lesser] = [lesser, greater % lesser]
  return greater
}

export interface PageAsked {
  page: number
  kind: number
}

/** The row's page first. */
export function pagesOfChange(
  world: World,
  { writer, serial }: { writer: number; serial: number },
  row: number,
): PageAsked[] {
  const mm = mmOf(world)
  const page = pageOfNumberedRow(world, row)
  const table = tableOfRow(mm, row)
  const asked: PageAsked[] = [{ page, kind: pageKind.table }]
  for (const index of mm.indexes) {
    if (index.table === table)
      asked.push({ page: pageOfEntry(world, index, row), kind: pageKind.index })
  }
  asked.push(undoPage(world, { writer, serial, page }))
  return asked
}

function pageOfEntry(world: World, { table, firstPage, stride }: MmIndex, row: number): number {
  const { rows, rowsPerPage } = world.setup.tables[table]!
  const place = ((row - mmOf(world).firstRow[table]!) * stride) % rows
  return firstPage + Math.floor(place / rowsPerPage)
}

/** T23: of the writer alone, where the row lies; or one of the system's by the transaction. */
export function undoPage(
  world: World,
  { writer, serial, page }: { writer: number; serial: number; page: number },
): PageAsked {
  if (world.parameters['multiMaster.choiceSharedUndo'] === 0) {
    return { page: privateUndoPage(world, writer, mmGroupOf(world, page)), kind: pageKind.undo }
  }
  const { firstSystemPage } = mmOf(world)
  return { page: firstSystemPage + (serial % systemPages), kind: pageKind.system }
}
