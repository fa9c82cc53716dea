/**
 * Chooses a thing on the stage: its panel opens, except for a group, which only becomes large. A
 * light leads to the volume, whose quorums it is about; what is folded into one sign unfolds.
 */
import type { TargetId } from '../../engine/contract/ids.ts'
import { engineStore } from './engineStore.ts'
import { viewStore } from './viewStore.ts'

export function select(selection: TargetId | null): void {
  if (selection?.startsWith('light:')) {
    viewStore.setState({ selection: null, panel: 'volume' })
    return
  }
  if (selection?.startsWith('fold:')) return viewStore.setState({ isUnfolded: true })
  const groups = engineStore.getState().frame?.groups ?? []
  const isGroup = groups.some(({ id }) => id === selection)
  const opens = selection !== null && !isGroup
  viewStore.setState(({ panel }) => ({ selection, panel: opens ? 'why' : panel }))
}
