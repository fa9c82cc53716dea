/** Which protection group is drawn large: the chosen one, else one without its write quorum. */
import type { GroupView } from '../../engine/contract/frame.ts'
import type { TargetId } from '../../engine/contract/ids.ts'

/** Holding VDL back alone does not make a group large: that changes with every record. */
export function chooseGroup(groups: GroupView[], selection: TargetId | null): GroupView {
  const named = selection?.split('/')[0]
  const chosen = groups.find(({ id }) => id === named)
  const worst =
    groups.find(({ readQuorum }) => !readQuorum.isMet) ??
    groups.find(({ writeQuorum }) => !writeQuorum.isMet)
  const shown = chosen ?? worst ?? groups[0]
  if (shown === undefined) throw new Error('A volume has at least one protection group.')
  return shown
}
