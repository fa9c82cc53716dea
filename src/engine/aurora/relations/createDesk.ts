/** What one instance keeps in memory when it starts: no sessions, no locks. */
import { createLocks } from './locks/lockTable.ts'
import { createSsi } from './locks/ssi/ssiTypes.ts'
import type { Desk, DeskSettings } from './relations.ts'

export function createDesk(settings: DeskSettings): Desk {
  return {
    settings,
    sessions: new Map(),
    lastSession: 0,
    locks: createLocks(),
    ssi: createSsi(settings.ssiTuplesPerPage),
    autoNumbers: new Map(),
    called: [],
    lastDeadlock: null,
  }
}
