/** What kept commits from being answered in a stretch, by the newest fact that tells of it. */
import type { AskedPoint } from '../../contract/chartPoint.ts'
import type { Fact, FactKey } from '../../contract/facts.ts'

/** Each with what ends it; those that say most first. */
const troubles: [FactKey, readonly FactKey[]][] = [
  ['ClusterStopped', ['ClusterStarted']],
  ['InstancePaused', ['InstanceResumed']],
  ['CommitsStalled', ['CommitsResumed']],
  ['InstanceCrashed', ['VolumeOpened', 'InstanceRestarted']],
  ['WriterFenced', ['VolumeOpened']],
  ['WriteQuorumLost', ['WriteQuorumRestored']],
]

/** Null when nothing of the kind lasted into the stretch or began in it. */
export function troubleIn(facts: Fact[], { from, to }: AskedPoint): Fact | null {
  for (const [began, ended] of troubles) {
    const newest = facts.filter(({ fact, at }) => fact === began && at <= to).at(-1)
    if (newest === undefined) continue
    const isEnd = ({ id, fact, at }: Fact) => id > newest.id && at <= from && ended.includes(fact)
    if (!facts.some(isEnd)) return newest
  }
  return null
}
