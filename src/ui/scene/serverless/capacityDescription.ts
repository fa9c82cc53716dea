/** The capacity of an instance as a screen reader says it; empty for a provisioned one. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { CapacityView } from '../../../engine/contract/serverlessView.ts'
import type { V1View } from '../../../engine/contract/serverlessV1.ts'
import type { InstanceId } from '../../../engine/contract/ids.ts'
import { capacityPhase, needOf } from '../../../words/capacityPhase.ts'
import { blockerReason, v1Phase } from '../../../words/v1Words.ts'
import { v2Phase } from '../../../words/v2Words.ts'
import { formatAcu } from '../../../words/formatAcu.ts'

const phases = {
  asleep: 'asleep',
  waking: 'waking up',
  drowsy: 'about to pause',
  rising: 'rising',
  stinted: 'rising slowly, its growth allowance is used up',
  holding: 'holding before it falls',
  falling: 'falling',
  steady: 'steady',
} as const

export function capacityDescription({ serverless }: Frame, id: InstanceId): string {
  const view = serverless?.instances.find(found => found.id === id)
  if (view === undefined) return ''
  const words = view.v1 ? v1Description(view, view.v1) : v2Description(view)
  const share = `${formatAcu(view.reported)} of ${formatAcu(view.max)} ACU`
  const need = view.state === 'active' ? `, needs ${formatAcu(needOf(view))}` : ''
  return `${words}, ${share}${need}`
}

function v2Description(view: CapacityView): string {
  const [long] = (view.v2 && v2Phase(view.v2)) ?? [phases[capacityPhase(view)]]
  return long
}

/** With who is in the way. */
function v1Description(view: CapacityView, v1: V1View): string {
  const names = (v1.search?.blockers ?? []).map(its => `${its.session}, ${blockerReason(its)}`)
  const [long] = v1Phase(view, v1)
  return names.length > 0 ? `${long} by ${names.join('; ')}` : long
}
