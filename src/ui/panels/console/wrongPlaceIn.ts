/** Where in the editor a refused statement went wrong; null when the error names no place. */
import type { StatementRecord } from '../../../engine/contract/sql.ts'
import type { Part } from './editor/partToRun.ts'

/** The place counts from the start of the statement, which may be one of several given. */
export function wrongPlaceIn(part: Part, { text, error }: StatementRecord): number | null {
  if (error?.position === undefined) return null
  const start = Math.max(0, part.text.indexOf(text))
  return part.from + start + error.position
}
