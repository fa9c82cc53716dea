/** The endpoint's word, and where a cluster with readers that may take over leads its name. */
import type { FailoverView } from '../../../engine/contract/failoverView.ts'
import type { Frame } from '../../../engine/contract/frame.ts'
import { type Label, label } from '../label.ts'
import { dropOf, stepOf } from '../letters.ts'
import type { Layout } from '../layout/layout.ts'

const phases: Record<NonNullable<FailoverView['phase']>, string> = {
  silent: 'writer silent',
  recovering: 'recovering',
  changingRole: 'changes role',
  updatingName: 'name moves',
  waitingForTtl: 'name moved',
}

function nameOf({ failover }: Frame, isNarrow: boolean): string {
  if (failover === null) return 'endpoint'
  return isNarrow ? `→ ${failover.clusterEndpoint}` : `endpoint → ${failover.clusterEndpoint}`
}

export function endpointLabels(frame: Frame, layout: Layout): Label[] {
  const { endpoint, isNarrow } = layout
  const phase = frame.failover?.phase ?? null
  const x = endpoint.x + 15
  const isTight = layout.size.width < 1020
  const text = nameOf(frame, isTight)
  const name = label({ id: 'endpoint', text, x, y: endpoint.y + dropOf(4), size: 12 })
  if (phase === null || (isTight && !isNarrow)) return [name]
  const place = { x, y: endpoint.y + dropOf(4) + stepOf(16), size: 11 }
  return [name, label({ id: 'endpoint-phase', text: phases[phase], ...place, tone: 'wait' })]
}
