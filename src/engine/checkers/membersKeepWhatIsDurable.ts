/**
 * Whoever the members are, whoever counts: no read set of members that count may miss a record that
 * a writer knows as durable, also one that was acknowledged under earlier members (2018 §4.1; rules
 * M5, M9, M13). Looked at whenever members, sets or who counts change. The experiment without
 * hydration breaks it at once and is let off: there the loss itself is to be seen.
 */
import type { Context } from '../aurora/context.ts'
import { uncountedBits } from '../aurora/storage/quorumSets.ts'
import { bitsAtLeast, isSatisfied } from '../aurora/storage/quorum.ts'
import { isAnnulled, rowOf } from '../aurora/storage/redoLog.ts'
import type { World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'

const id = 'membersKeepWhatIsDurable'

interface Seen {
  /** By group: membership epoch and who did not count when it was last looked at. */
  epochs: number[]
  uncounted: number[]
}

export const membersKeepWhatIsDurable: Law<Seen> = {
  id,
  rule: 'M9',
  watches: ['hasTopologyChanged'],
  remember: world => ({
    epochs: world.groups.map(({ membershipEpoch }) => membershipEpoch),
    uncounted: world.groups.map((_, group) => uncountedBits(world, group)),
  }),
  after({ touched, world }: Context, seen) {
    if (!touched.hasTopologyChanged || world.membership === null) return null
    for (let group = 0; group < world.groups.length; group++) {
      const { membershipEpoch } = world.groups[group]!
      const uncounted = uncountedBits(world, group)
      const isSame = seen.epochs[group] === membershipEpoch && seen.uncounted[group] === uncounted
      if (isSame) continue
      seen.epochs[group] = membershipEpoch
      seen.uncounted[group] = uncounted
      const broken = check(world, group)
      if (broken) return broken
    }
    return null
  },
  sweep(world) {
    if (world.membership === null) return null
    for (let group = 0; group < world.groups.length; group++) {
      const broken = check(world, group)
      if (broken) return broken
    }
    return null
  },
}

/** A read set out of all that count and lack the record would miss it. */
function check(world: World, index: number): Broken | null {
  if (world.parameters['repair.hydrateFirst'] === 0) return null
  const { log } = world
  const group = world.groups[index]!
  const counting = ((1 << group.segments.length) - 1) & ~uncountedBits(world, index)
  const durable = Math.max(...world.instances.map(({ memory }) => memory.groups[index]!.pgcl))
  const scl = group.segments.map(segment => segment.scl)
  const withBase = bitsAtLeast(scl, group.baseLsn)
  if (isSatisfied(group.read, counting & ~withBase)) return missed(group.id, group.baseLsn)
  for (let ordinal = log.first; ordinal < log.next; ordinal++) {
    const row = rowOf(log, ordinal)
    if (log.group[row] !== index || isAnnulled(log, ordinal)) continue
    if (log.lsn[row]! > durable) break
    if (isSatisfied(group.read, counting & ~log.heldBy[row]!))
      return missed(group.id, log.lsn[row]!)
  }
  return null
}

function missed(group: string, lsn: number): Broken {
  return { law: id, key: `law.${id}`, parameters: { group, lsn } }
}
