/** Typed SQL as a wing: fault injection by statement, and what must hold of rows and locks. */
import { createSqlMechanism } from '../aurora/sql/createSqlMechanism.ts'
import type { SqlGrammar } from '../aurora/sql/sqlTables.ts'
import type { Context } from '../aurora/mechanism.ts'
import { grantedLocksAgree } from '../checkers/grantedLocksAgree.ts'
import { keysAreUnique } from '../checkers/keysAreUnique.ts'
import type { Law } from '../checkers/law.ts'
import { noCycleOutlives } from '../checkers/noCycleOutlives.ts'
import { noDirtyWrite } from '../checkers/noDirtyWrite.ts'
import { readViewsStay } from '../checkers/readViewsStay.ts'
import { releasedLocksWake } from '../checkers/releasedLocksWake.ts'
import { undoneRowsAreGone } from '../checkers/undoneRowsAreGone.ts'
import type { SqlError } from '../contract/sql.ts'
import { giveCommand } from '../faults/giveCommand.ts'
import { statementPlaces } from '../faults/statementPlaces.ts'
import { parseFaultStatement } from '../formats/faultStatement.ts'
import type { Wing } from './wing.ts'

export function createSqlWing(grammar: SqlGrammar): Wing {
  return {
    id: 'sql',
    mechanism: createSqlMechanism({ ...grammar, injectFault }),
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

/** Each of its commands is given as if it had been clicked. */
function injectFault(ctx: Context, index: number, text: string): SqlError | null {
  const { world } = ctx
  const read = parseFaultStatement(text, statementPlaces(world, world.instances[index]!.id))
  if (!read.ok) return syntaxError(ctx, read.problems[0]!.message)
  for (const command of read.commands) giveCommand(ctx, command)
  return null
}

/** As the grammar would refuse it. */
function syntaxError({ world }: Context, message: string): SqlError {
  const isPostgresql = world.setup.dialect === 'postgresql-16'
  const [code, sqlstate] = isPostgresql ? ['42601', '42601'] : [1064, '42000']
  return { kind: 'syntax', code: code!, sqlstate: `${sqlstate}`, message }
}
