/**
 * How far a promotion is, for the picture: it follows from the state and is noted when it turns.
 * Rules F3–F6.
 */
import type { FailoverView } from '../../contract/failoverView.ts'
import type { World } from '../world.ts'

export function notePhase(world: World): void {
  const failover = world.failover!
  const phase = phaseOf(world)
  if (phase === failover.phase) return
  failover.phase = phase
  failover.since = world.now
}

function phaseOf({ failover }: World): FailoverView['phase'] {
  const { silentSince, isPromoted, isChangingRole, writer, named, cached } = failover!
  if (silentSince >= 0) return 'silent'
  if (!isPromoted) return isChangingRole ? 'changingRole' : 'recovering'
  if (named !== writer) return 'updatingName'
  return cached === writer ? null : 'waitingForTtl'
}
