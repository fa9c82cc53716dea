/** The laws of typed SQL, for a cluster and for tests without one. Rules K11–K17. */
import { grantedLocksAgree } from './grantedLocksAgree.ts'
import { keysAreUnique } from './keysAreUnique.ts'
import type { Law } from './law.ts'
import { noCycleOutlives } from './noCycleOutlives.ts'
import { noDirtyWrite } from './noDirtyWrite.ts'
import { readViewsStay } from './readViewsStay.ts'
import { releasedLocksWake } from './releasedLocksWake.ts'
import { undoneRowsAreGone } from './undoneRowsAreGone.ts'

export const sqlLaws = [
  noDirtyWrite,
  undoneRowsAreGone,
  readViewsStay,
  grantedLocksAgree,
  noCycleOutlives,
  releasedLocksWake,
  keysAreUnique,
] as Law<unknown>[]
