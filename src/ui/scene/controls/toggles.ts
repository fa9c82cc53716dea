/** Which fault a click on a thing throws, or heals when it is in force. */
import type { FaultKind } from '../../../engine/contract/faults.ts'
import type { Frame, StorageNodeView } from '../../../engine/contract/frame.ts'
import type { TargetId } from '../../../engine/contract/ids.ts'
import type { Control } from '../control.ts'
import type { LinkShape } from '../shapes/linkShapes.ts'

type Toggle = NonNullable<Control['toggle']>

export function isInForce(frame: Frame, fault: FaultKind, target: TargetId): boolean {
  return frame.faults.some(active => active.fault === fault && active.target === target)
}

export function toggleOf(frame: Frame, fault: FaultKind, target: TargetId): Toggle {
  return { fault, target, isInForce: isInForce(frame, fault, target) }
}

/** A node that is down with its zone comes back with its zone. */
export function nodeToggle(frame: Frame, node: Pick<StorageNodeView, 'id' | 'zone'>): Toggle {
  const lost = toggleOf(frame, 'NodeLoss', node.id)
  if (lost.isInForce) return lost
  const own = toggleOf(frame, 'NodeCrash', node.id)
  const zone = toggleOf(frame, 'AzOutage', node.zone)
  return !own.isInForce && zone.isInForce ? zone : own
}

export function instanceToggle(frame: Frame, instance: { id: string; zone: string }): Toggle {
  const own = toggleOf(frame, 'InstanceCrash', instance.id)
  const zone = toggleOf(frame, 'AzOutage', instance.zone)
  return !own.isInForce && zone.isInForce ? zone : own
}

/** Heals the cut that is in force, one way or both ways; otherwise cuts both ways. */
export function linkToggle(frame: Frame, { from, to }: LinkShape): Toggle {
  const both = `${from}<>${to}`
  const targets = [both, `${to}<>${from}`, `${from}>${to}`, `${to}>${from}`]
  const found = targets.find(target => isInForce(frame, 'LinkCut', target))
  return toggleOf(frame, 'LinkCut', found ?? both)
}
