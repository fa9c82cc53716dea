/** What one more loss does to a quorum, as a sentence. */
import type { Phrase } from '../../../engine/contract/frame.ts'
import type { SetsView } from '../../../engine/contract/volumeDetailView.ts'
import { lettersIn } from './memberRows.ts'

interface Question {
  kind: 'write' | 'read'
  sets: SetsView
  /** Bits of those within reach that count. */
  reachable: number
  letters: readonly string[]
}

export function lossPhrase({ kind, sets, reachable, letters }: Question): Phrase {
  const { mayLose, decisive, met } = sets
  if (met[0] !== true) return { key: 'volume.loss.over', parameters: { kind } }
  if (mayLose > 0) return { key: 'volume.loss.any', parameters: { kind, mayLose } }
  if (decisive === reachable) return { key: 'volume.loss.next', parameters: { kind } }
  return { key: 'volume.loss.these', parameters: { kind, letters: lettersIn(decisive, letters) } }
}
