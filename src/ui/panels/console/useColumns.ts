/** The sessions that have a column, in order; the same list as long as it says the same. */
import { engineStore } from '../../store/engineStore.ts'
import { useSteady } from '../../store/useSteady.ts'
import { type ConsoleSession, consoleStore } from './consoleStore.ts'
import { columnsOf } from './sessions.ts'

const none: never[] = []

export function useColumns(): ConsoleSession[] {
  const own = consoleStore(state => state.sessions)
  const closed = consoleStore(state => state.closed)
  const running = engineStore(({ frame }) => frame?.sql?.sessions ?? none)
  return useSteady(columnsOf(own, closed, running))
}
