/**
 * Everything on the stage that can be pointed at, focused and named: its stable name, what is to
 * be said about its state, and the fault that a click throws or heals.
 */
import type { FaultKind } from '../../engine/contract/faults.ts'
import type { TargetId } from '../../engine/contract/ids.ts'
import type { Box } from './geometry.ts'

export type ControlKind =
  | 'application'
  | 'instance'
  | 'zone'
  | 'copy'
  | 'node'
  | 'link'
  | 'group'
  | 'details'
  | 'proposal'
  | 'page'
  | 'transaction'

export interface Control {
  id: string
  kind: ControlKind
  /** Stable: tests and demos find it by this. */
  name: string
  /** What is the matter with it now. */
  description: string
  /** Is its fault in force? Null when a click only selects. */
  isPressed: boolean | null
  box: Box | null
  /** For a link: the path to press on. */
  path: string | null
  /** What is selected, and hovered. */
  subject: TargetId
  toggle: { fault: FaultKind; target: TargetId; isInForce: boolean } | null
}
