/** The commands that fault-injection statements and functions come to, alike in both editions. */
import type { Command } from '../contract/commands.ts'
import type { FaultKind } from '../contract/faults.ts'
import type { InstanceId, NodeId, TargetId } from '../contract/ids.ts'
import type { Problem } from './problem.ts'

/** What a statement can speak of in this cluster. */
export interface StatementPlaces {
  /** To which it is given. */
  on: InstanceId
  readers: InstanceId[]
  nodes: NodeId[]
  /** The node of each segment, group by group. */
  disks: NodeId[]
}

export type ReadStatement = { ok: true; commands: Command[] } | { ok: false; problems: Problem[] }

/** A crashed process restarts at once; how long that takes is the cluster's. */
export const shortest = '1us'
/** How long a crashed dispatcher is away (*assumption*). */
const dispatcherAway = '1s'

type Strength = Partial<Extract<Command, { do: 'InjectFault' }>>

export function inject(fault: FaultKind, target: TargetId, strength: Strength): Command {
  return { do: 'InjectFault', fault, target, ...strength }
}

/** `what`: INSTANCE, DISPATCHER, or NODE for both. */
export function crash(what: string, on: InstanceId): Command {
  if (what === 'DISPATCHER') return inject('DispatcherCrash', on, { for: dispatcherAway })
  return inject('InstanceCrash', on, { for: shortest })
}
