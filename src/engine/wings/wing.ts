/**
 * A wing: a mechanism with its laws, loaded only for clusters that need it. Whoever creates a
 * simulation brings the wings that `wingsOf` names.
 */
import type { Speech } from '../aurora/frame/pictureOf.ts'
import type { Context, Mechanism } from '../aurora/mechanism.ts'
import type { Law } from '../checkers/law.ts'
import type { Command, CommandOutcome } from '../contract/commands.ts'
import type { Setup } from '../contract/scenario.ts'

export type WingId = EarlyWingId | LateWingId

/** Wings that a cluster of their kind has from the start. */
export type EarlyWingId =
  | 'multiMaster'
  | 'serverless'
  | 'serverlessV1'
  | 'bothGenerations'
  | 'failover'
  | 'routing'
  | 'proxy'
  | 'modify'

/** Wings that every single-master cluster may need, but no first picture does. */
export type LateWingId = 'recovery' | 'pipeline' | 'membership' | 'undo' | 'sql' | 'several'

export interface Wing {
  id: WingId
  mechanism: Mechanism
  laws: readonly Law<unknown>[]
}

/**
 * What whoever creates a simulation brings along. The page brings commands only after its first
 * picture, and wings when a cluster needs them; it may fill in both as long as none is needed.
 */
export interface Brought {
  wings: readonly Wing[]
  /**
   * Attached as soon as they have come. Their parts of the world are null until an event or a
   * command awakens them, so that it makes no difference when that was.
   */
  late: readonly Wing[] | null
  /** Until it comes, only the calm of a run without commands is put into words. */
  speak: Speech | null
  giveCommand: ((ctx: Context, command: Command) => CommandOutcome) | null
}

/** The wings that a cluster needs, in the order in which the core asks them. */
export function wingsOf(setup: Setup): EarlyWingId[] {
  const { topology, instances, serverless, demand, modify } = setup
  const hasReaders = instances.some(({ role }) => role === 'reader')
  const needed: EarlyWingId[] = []
  if (topology === 'multi-master') needed.push('multiMaster')
  if (hasReaders) needed.push('failover')
  if (serverless?.v1) needed.push(modify ? 'bothGenerations' : 'serverlessV1')
  else if (serverless !== null || demand.length > 0) needed.push('serverless')
  if (instances.length > 1 || looksAfterItself(setup)) needed.push('routing')
  if (setup.workload.some(({ isViaProxy }) => isViaProxy)) needed.push('proxy')
  if (modify) needed.push('modify')
  return needed
}

function looksAfterItself({ topology, endpoints, workload }: Setup): boolean {
  if (topology === 'multi-master' || endpoints) return true
  return workload.some(({ route, healthCheck }) => healthCheck || route !== 'instance')
}

/** Those of `brought` that the setup needs; throws when one is missing. */
export function wingsFor(setup: Setup, brought: readonly Wing[]): Wing[] {
  return wingsOf(setup).map(needed => {
    const wing = brought.find(({ id }) => id === needed)
    if (!wing) throw new Error(`The wing "${needed}" that this cluster needs was not loaded`)
    return wing
  })
}
