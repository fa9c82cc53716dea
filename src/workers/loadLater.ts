/** Loads what the opening does without; the bundler makes files of their own of it. */
import type { Later } from './createLater.ts'
import { brought } from './realEngine.ts'

export async function loadLater(): Promise<Later> {
  const [real, { lateWings }, typed, { sqlGrammar }] = await Promise.all([
    import('./realLater.ts'),
    import('../engine/wings/lateWings.ts'),
    import('./typedSql.ts'),
    import('../engine/wings/sqlGrammar.ts'),
  ])
  const { createRealLater, giveCommand, injectTyped, speechOf } = real
  brought.giveCommand = giveCommand
  brought.late = [...lateWings, typed.createSqlWing({ ...sqlGrammar, injectFault: injectTyped })]
  brought.speak = speechOf
  return createRealLater(typed.sqlQuestions(sqlGrammar))
}
