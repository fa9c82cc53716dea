/** Loads what the opening does without; the bundler makes files of their own of it. */
import type { Later } from './createLater.ts'
import { brought, sampling } from './realEngine.ts'

export async function loadLater(): Promise<Later> {
  const [real, { lateWings }, typed, { sqlGrammar }, { severalWing }, { sampleOf }] =
    await Promise.all([
      import('./realLater.ts'),
      import('../engine/wings/lateWings.ts'),
      import('./typedSql.ts'),
      import('../engine/wings/sqlGrammar.ts'),
      import('../engine/wings/severalWing.ts'),
      import('./sampleOf.ts'),
    ])
  const { createRealLater, giveCommand, injectTyped, speechOf } = real
  brought.giveCommand = giveCommand
  const sqlWing = typed.createSqlWing({ ...sqlGrammar, injectFault: injectTyped })
  brought.late = [...lateWings, sqlWing, severalWing]
  brought.speak = speechOf
  sampling.sample = sampleOf
  return createRealLater(typed.sqlQuestions(sqlGrammar))
}
