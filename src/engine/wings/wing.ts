/**
 * A wing: a mechanism with its laws, loaded only for clusters that need it. Whoever creates a
 * simulation brings the wings that `wingsOf` names.
 */
import type { Mechanism } from '../aurora/mechanism.ts'
import type { Law } from '../checkers/law.ts'
import type { Setup } from '../contract/scenario.ts'

export type WingId = 'multiMaster' | 'serverless' | 'failover'

export interface Wing {
  id: WingId
  mechanism: Mechanism
  laws: readonly Law<unknown>[]
}

/** The wings that a cluster needs, in the order in which the core asks them. */
export function wingsOf({ topology, instances, serverless, demand }: Setup): WingId[] {
  const needed: WingId[] = []
  if (topology === 'multi-master') needed.push('multiMaster')
  if (instances.some(({ role }) => role === 'reader')) needed.push('failover')
  if (serverless !== null || demand.length > 0) needed.push('serverless')
  return needed
}

/** Those of `brought` that the setup needs; throws when one is missing. */
export function wingsFor(setup: Setup, brought: readonly Wing[]): Wing[] {
  return wingsOf(setup).map(needed => {
    const wing = brought.find(({ id }) => id === needed)
    if (!wing) throw new Error(`The wing "${needed}" that this cluster needs was not loaded`)
    return wing
  })
}
