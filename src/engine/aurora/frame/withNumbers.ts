/** A caption with what every caption may speak of: the worst group and its numbers. */
import type { Phrase } from '../../contract/frame.ts'
import { bitCount } from '../storage/quorum.ts'
import type { Situation } from './situation.ts'

export function withNumbers(situation: Situation, { key, parameters }: Phrase): Phrase {
  const { group, reachable, running, copies, needed, readNeeded } = situation.worst
  const common = {
    group: group.id,
    groups: situation.groups.length,
    reachable: bitCount(reachable),
    running: bitCount(running),
    copies,
    needed,
    readNeeded,
  }
  return { key, parameters: { ...common, ...parameters } }
}
