/** Where one is looking, as a link keeps it; what is selected is known to the page alone. */
import type { View } from '../engine/contract/recording.ts'
import { speedAt } from './player.ts'
import { type Session, standOf } from './session.ts'

export function presentView(session: Session): View {
  const { timeline, player } = standOf(session)
  const at = timeline.machine.at()
  return { at, speed: player.chosen === null ? null : speedAt(player, at), selection: null }
}
