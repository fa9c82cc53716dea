/**
 * What a fault is to the engine: what it can be aimed at, and how it throws and takes back its
 * switches. The list of faults in force is changed first; a switch then stands where the faults in
 * force say, so that overlapping faults need no bookkeeping of their own.
 */
import type { Context } from '../aurora/context.ts'
import type { ActiveFault, FaultDescription, FaultKind } from '../contract/faults.ts'

export interface FaultEntry {
  fault: FaultKind
  target: FaultDescription['target']
  parameters: FaultDescription['parameters']
  /** It needs storage nodes as one writer uses them: a page store of several has none of it. */
  isOfSingleMaster?: true
  inject(ctx: Context, fault: ActiveFault): void
  heal(ctx: Context, fault: ActiveFault): void
}
