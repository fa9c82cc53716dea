/** A connection at one of several writers begins with nothing on its way to storage. */
import type { Proposing } from '../sql/several.ts'
import type { World } from '../world.ts'

export function newProposing({ sql }: World, tookMicros = 0): Proposing {
  const several = sql!.several!
  return {
    owner: ++several.lastOwner,
    proposal: 0,
    sentAt: 0,
    isLatching: false,
    accepted: 0,
    committing: 0,
    syncSince: -1,
    ownedSince: -1,
    page: -1,
    asked: 0,
    askedAt: 0,
    tookMicros,
    isPaused: false,
    isAbandoned: false,
  }
}
