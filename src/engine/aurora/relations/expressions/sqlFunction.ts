/** A scalar function: how many arguments it takes, in which edition it is, and what it answers. */
import type { Dialect, Edition } from '../../../contract/sql.ts'
import type { SqlValue } from '../values/value.ts'

export interface CallPlace {
  dialect: Dialect
  isMysql: boolean
  isChange: boolean
}

export interface SqlFunction {
  least: number
  most: number
  /** Missing: both editions have it. */
  edition?: Edition
  /** Else any NULL makes the answer NULL. */
  takesNull?: boolean
  answer(values: readonly SqlValue[], place: CallPlace): SqlValue
}
