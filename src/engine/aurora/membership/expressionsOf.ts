/**
 * The write and read sets of a group as its members stand: for each replacement under way the old
 * and the new set of six, of which a write needs all and a read needs one (2018 §4.1, figure 5); in
 * the 3/4 model the four members outside the lost zone. Rules M1–M3, M6, M12.
 */
import type { QuorumExpression } from '../../contract/quorum.ts'
import { atLeast } from '../storage/quorum.ts'
import { readSets, writeSets } from '../storage/quorumSets.ts'
import type { World } from '../world.ts'
import { type GroupMembership, replacements, slotOf } from './membership.ts'

export interface Expressions {
  write: QuorumExpression
  read: QuorumExpression
}

export function expressionsOf(world: World, group: number): Expressions {
  const own = world.membership!.groups[group]!
  const seats = seatsOf(world)
  if (own.model === '3/4') return threeOfFour(seats.filter(slot => !isApart(world, group, slot)))
  const sets = memberSets(own, seats)
  const { parameters } = world
  return {
    write: joined(
      'and',
      sets.map(set => writeSets(parameters, set, own.tails)),
    ),
    read: joined(
      'or',
      sets.map(set => readSets(parameters, set, own.tails)),
    ),
  }
}

/** Slots of the members that a group has when nobody is being replaced. */
export function seatsOf({ parameters }: World): number[] {
  return Array.from({ length: parameters['quorum.copies'] }, (_, slot) => slot)
}

/** M12: the zone that was lost when the model was changed; it stays apart until it is 4/6 again. */
export function isApart(world: World, group: number, slot: number): boolean {
  const { members } = world.membership!.groups[group]!
  return members[slot]!.isApart
}

function threeOfFour(four: number[]): Expressions {
  return { write: atLeast(3, four), read: atLeast(2, four) }
}

/** M3, M6: every way of taking the old or the new member of each replacement. */
function memberSets(own: GroupMembership, seats: number[]): number[][] {
  let sets = [seats]
  for (const { leaving, joining, phase } of replacements(own)) {
    if (phase === 'joining') continue
    const old = slotOf(own.members, leaving)
    const young = slotOf(own.members, joining)
    const changed = sets.map(set => set.map(slot => (slot === old ? young : slot)))
    sets = [...sets, ...changed]
  }
  return sets
}

function joined(kind: 'and' | 'or', parts: QuorumExpression[]): QuorumExpression {
  return parts.length === 1 ? parts[0]! : { kind, parts }
}
