/** What every page of the inspector is given. */
import type { SqlView } from '../../../engine/contract/sqlView.ts'

export interface SqlSubject {
  sql: SqlView
}
