/** The capacity of an instance as a screen reader says it; empty for a provisioned one. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { InstanceId } from '../../../engine/contract/ids.ts'
import { capacityPhase, needOf } from '../../../words/capacityPhase.ts'
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
  const words = phases[capacityPhase(view)]
  const share = `${formatAcu(view.reported)} of ${formatAcu(view.max)} ACU`
  const need = view.state === 'active' ? `, needs ${formatAcu(needOf(view))}` : ''
  return `${words}, ${share}${need}`
}
