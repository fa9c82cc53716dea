/** What a hand takes hold of: a fault in a panel, or what of the stage lies there. */
import { engineStore } from '../../store/engineStore.ts'
import { type Grip, gripOn, type Strength } from './deedOf.ts'
import { subjectOf } from './onStage.ts'

/** `data-grip` names a fault, `data-strength` says as JSON how strong it is. */
function faultAt(target: Element): Grip | null {
  const element = target.closest('[data-grip]')
  const fault = element?.getAttribute('data-grip')
  const { description } = engineStore.getState()
  const kind = description?.faults.find(its => its.fault === fault)
  if (kind === undefined) return null
  const strength = JSON.parse(element?.getAttribute('data-strength') ?? '{}') as Strength
  return { holds: 'fault', fault: kind.fault, strength }
}

/** Null on what is pressed only: buttons, and all that is neither stage nor fault. */
export function gripAt(target: Element): Grip | null {
  const { frame } = engineStore.getState()
  const fault = faultAt(target)
  if (fault !== null || frame === null || target.closest('.stage-place') === null) return fault
  if (target.closest('button') !== null) return null
  return gripOn(frame, subjectOf(target.closest('[data-control]')))
}
