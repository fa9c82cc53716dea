/**
 * Aurora's fault-injection statements, typed as SQL: each of their commands is given as if it had
 * been clicked. Rule J12.
 */
import type { Context } from '../aurora/mechanism.ts'
import type { SqlError } from '../contract/sql.ts'
import { giveCommand } from '../faults/giveCommand.ts'
import { statementPlaces } from '../faults/statementPlaces.ts'
import { parseFaultStatement } from '../formats/parseFaultStatement.ts'

/** Null when it was carried out; `index` is the instance to which it was given. */
export function injectTyped(ctx: Context, index: number, text: string): SqlError | null {
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
