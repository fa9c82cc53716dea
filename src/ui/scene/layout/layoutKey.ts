/** Two frames with the same key are laid out alike, so that a layout lives as long as it may. */
import type { Frame } from '../../../engine/contract/frame.ts'
import { chooseGroup } from '../chooseGroup.ts'
import { leastLetter } from '../letters.ts'
import type { StageSize, StageView } from '../stageView.ts'

export function layoutKey(frame: Frame, view: StageView, size: StageSize): string {
  const group = chooseGroup(frame.groups, view.selection)
  const nodes = frame.nodes.map(({ id, isSpare }) => (isSpare ? `${id}~` : id))
  const instances = frame.instances.map(({ id, zone, role }) => `${id}@${zone}${role}`)
  const segments = group.segments.map(({ id, node }) => `${id}@${node}`)
  return [
    size.width,
    size.height,
    leastLetter(),
    view.isUnfolded,
    group.id,
    frame.failover?.promoted,
    frame.groups.length,
    frame.actors.length,
    ...(frame.serverless?.instances.map(({ id }) => `${id}~`) ?? []),
    ...(frame.multiMaster?.writers.map(({ id }) => `${id}*`) ?? []),
    frame.sql === null ? '' : 'consoles',
    ...segments,
    ...nodes,
    ...instances,
    ...frame.applications.map(({ id }) => id),
  ].join(' ')
}
