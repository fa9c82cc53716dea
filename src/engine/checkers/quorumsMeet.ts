/**
 * Every write set meets every read set, or a read could miss a write; and every other write set,
 * or two writers could both succeed (2017 §2.1; rule Q3). All sets are gone through whenever the
 * expressions change; they are few.
 */
import type { Context } from '../aurora/context.ts'
import { isSatisfied } from '../aurora/storage/quorum.ts'
import type { ProtectionGroup, World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'

const id = 'quorumsMeet'

/** Membership epoch of each group when its sets were last gone through; 0 = not yet. */
interface Enumerated {
  epochs: number[]
  isFirst: boolean
}

export const quorumsMeet: Law<Enumerated> = {
  id,
  rule: 'Q3',
  watches: 'touched',
  remember: world => ({ epochs: world.groups.map(() => 0), isFirst: true }),
  after(ctx: Context, enumerated) {
    if (!enumerated.isFirst && !ctx.touched.hasTopologyChanged) return null
    enumerated.isFirst = false
    return checkChanged(ctx.world, enumerated)
  },
  sweep(world) {
    for (const group of world.groups) {
      const broken = check(group)
      if (broken) return broken
    }
    return null
  },
}

function checkChanged({ groups }: World, enumerated: Enumerated): Broken | null {
  for (let index = 0; index < groups.length; index++) {
    const group = groups[index]!
    if (enumerated.epochs[index] === group.membershipEpoch) continue
    enumerated.epochs[index] = group.membershipEpoch
    const broken = check(group)
    if (broken) return broken
  }
  return null
}

/** A set that leaves out everything a write set has is the largest that does not meet it. */
function check(group: ProtectionGroup): Broken | null {
  const everybody = (1 << group.segments.length) - 1
  for (let bits = 0; bits <= everybody; bits++) {
    if (!isSatisfied(group.write, bits)) continue
    const others = everybody & ~bits
    if (!isSatisfied(group.read, others) && !isSatisfied(group.write, others)) continue
    const parameters = { group: group.id, one: membersOf(bits), other: membersOf(others) }
    return { law: id, key: `law.${id}`, parameters }
  }
  return null
}

function membersOf(bits: number): string {
  const members: number[] = []
  for (let slot = 0; slot < 8; slot++) if ((bits >>> slot) & 1) members.push(slot)
  return members.join(' ')
}
