/** Typed SQL as a wing, with what must hold of rows and locks. */
import { createSqlMechanism } from '../aurora/sql/createSqlMechanism.ts'
import type { SqlDoor } from '../aurora/sql/sqlDoor.ts'
import { grantedLocksAgree } from '../checkers/grantedLocksAgree.ts'
import { keysAreUnique } from '../checkers/keysAreUnique.ts'
import type { Law } from '../checkers/law.ts'
import { noCycleOutlives } from '../checkers/noCycleOutlives.ts'
import { noDirtyWrite } from '../checkers/noDirtyWrite.ts'
import { readViewsStay } from '../checkers/readViewsStay.ts'
import { releasedLocksWake } from '../checkers/releasedLocksWake.ts'
import { undoneRowsAreGone } from '../checkers/undoneRowsAreGone.ts'
import type { Wing } from './wing.ts'

export function createSqlWing(door: SqlDoor): Wing {
  return {
    id: 'sql',
    mechanism: createSqlMechanism(door),
    laws: [
      noDirtyWrite,
      undoneRowsAreGone,
      readViewsStay,
      grantedLocksAgree,
      noCycleOutlives,
      releasedLocksWake,
      keysAreUnique,
    ] as Law<unknown>[],
  }
}
