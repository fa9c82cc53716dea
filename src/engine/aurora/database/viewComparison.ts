/**
 * Where a run compares Aurora with what others do, the calm sentence says so: this is classic group
 * commit, or a quorum read, and not how Aurora works. Rules L19, D25.
 */
import type { Frame } from '../../contract/frame.ts'
import type { World } from '../world.ts'

export function viewComparison({ parameters }: World, frame: Frame): void {
  if (frame.caption.key !== 'caption.allSix') return
  if (parameters['storage.groupCommit'] === 1) {
    const records = parameters['storage.groupCommitRecords']
    const longestMicros = parameters['storage.groupCommitTimeout']
    frame.caption = { key: 'comparison.groupCommit', parameters: { records, longestMicros } }
  } else if (parameters['storage.quorumRead'] === 1) {
    frame.caption = { key: 'comparison.quorumRead', parameters: {} }
  }
}
