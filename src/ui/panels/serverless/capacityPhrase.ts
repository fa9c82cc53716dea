/** The one sentence about an instance just now, and why it does not pause, as phrases to say. */
import type { Phrase } from '../../../engine/contract/frame.ts'
import type { CapacityView } from '../../../engine/contract/serverlessView.ts'
import type { Micros } from '../../../engine/contract/units.ts'
import { capacityPhase, needOf } from '../../../words/capacityPhase.ts'
import { bindingWord, pauseCountdown } from '../../../words/capacityWords.ts'
import { formatAcu } from '../../../words/formatAcu.ts'

const second = 1_000_000

function whole(micros: Micros): Micros {
  return Math.max(0, Math.round(micros / second) * second)
}

/** What is said before anything of the control loop; null = nothing. */
function v2Situation({ v2, state }: CapacityView): string | null {
  if (!v2) return null
  if (v2.stop) return v2.stop
  if (v2.isIncompatible) return 'incompatible'
  if (state !== 'active') return null
  if (v2.shortMicros > 0) return 'short'
  return v2.migration ? 'migrating' : null
}

export function capacityPhrase(view: CapacityView, at: Micros): Phrase {
  const situation = v2Situation(view)
  if (situation !== null) return { key: `capacity.${situation}`, parameters: v2Parameters(view) }
  const phase = capacityPhase(view)
  const isLeast = view.binding === 'floor' && (phase === 'steady' || phase === 'rising')
  return {
    key: isLeast ? `capacity.${phase}.least` : `capacity.${phase}`,
    parameters: {
      instance: view.id,
      acu: formatAcu(view.reported),
      need: formatAcu(needOf(view)),
      binding: bindingWord(view),
      leftMicros: whole(view.holdMicros - view.lowMicros),
      lastedMicros: whole(at - view.since),
      waiting: view.waking,
    },
  }
}

function v2Parameters({ id, reported, max, need }: CapacityView): Phrase['parameters'] {
  return {
    instance: id,
    acu: formatAcu(reported),
    max: formatAcu(max),
    memory: formatAcu(need.memory),
  }
}

/** Said while awake: what keeps it so, or how long until it pauses. */
export function pausePhrases(view: CapacityView): Phrase[] {
  if (view.state !== 'active') return []
  const left = pauseCountdown(view)
  if (left !== null) return [{ key: 'capacity.pausesIn', parameters: { leftMicros: whole(left) } }]
  if (view.blockers.length === 0) return [{ key: 'capacity.neverPauses', parameters: {} }]
  return [
    { key: 'capacity.notPausing', parameters: {} },
    ...view.blockers.map(blocker => ({
      key: `capacity.blocked.${blocker}`,
      parameters: { connections: view.connections, min: formatAcu(view.min) },
    })),
  ]
}
