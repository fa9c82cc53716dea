/** The pages of a table with their first and last row, read from the picture. */
import type { Frame } from '../../engine/contract/frame.ts'
import type { RowChange } from './lesson.ts'

export interface PageRows {
  page: number
  first: number
  last: number
}

export function pagesOf(frame: Frame | null, table: string): PageRows[] {
  const pages = frame?.multiMaster?.pages ?? []
  return pages
    .filter(its => its.table === table)
    .map(({ page, rows: [first, last] }) => ({ page, first, last }))
}

export function changesOn({ first, last }: PageRows, changes: readonly RowChange[]): RowChange[] {
  return changes.filter(({ row }) => row >= first && row <= last)
}
