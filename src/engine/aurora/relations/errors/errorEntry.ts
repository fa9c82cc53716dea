/** How one cause of a refusal is told in each edition. `{name}` in a text is a parameter. */
import type { RefusalKind } from '../../../contract/refusals.ts'

export interface ErrorEntry {
  kind: RefusalKind
  /** Number, SQLSTATE, text. */
  mysql: [code: number, sqlstate: string, text: string]
  /** Where releases before 8.0 word it differently. */
  beforeMysql8?: string
  /** Where releases before 8.0 have another number. */
  codeBeforeMysql8?: number
  /** SQLSTATE, text. */
  postgresql: [sqlstate: string, text: string]
}

export type ErrorEntries = Record<string, ErrorEntry>
