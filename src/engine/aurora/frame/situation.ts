/**
 * What the lights and the one sentence are derived from: which copies of each group run, which
 * the writer reaches, which are complete, and what that allows. Only the present counts, never
 * how it came about. Rules Q2, Q6, D1.
 */
import { completeBits } from '../status/completeBits.ts'
import { reachableBits, runningBits, writerIndex } from '../status/reachability.ts'
import { bitCount, isSatisfied, neededCount } from '../storage/quorum.ts'
import { uncountedBits } from '../storage/quorumSets.ts'
import type { Instance } from '../instance.ts'
import type { ProtectionGroup, World } from '../world.ts'

export interface GroupSituation {
  group: ProtectionGroup
  /** Bit k: slot k has power. */
  running: number
  /** Bit k: the writer and slot k reach each other. */
  reachable: number
  /** Bit k: slot k is within reach and has everything up to the read point. */
  serving: number
  copies: number
  /** Fewest copies that a commit needs. */
  needed: number
  /** Fewest copies from which one can repair and recover. */
  readNeeded: number
  isWritable: boolean
  /** The writer reaches a read set. */
  isReadable: boolean
  /** A read set runs, whoever reaches it. */
  isSafe: boolean
}

export interface Situation {
  world: World
  writer: Instance | null
  groups: GroupSituation[]
  /** The group that is worst off for commits. */
  worst: GroupSituation
  /** The group of which the fewest copies run. */
  darkest: GroupSituation
}

export function situationOf(world: World): Situation {
  const index = writerIndex(world)
  const groups = world.groups.map(group => groupSituation(world, group, index))
  return {
    world,
    writer: world.instances[index] ?? null,
    groups,
    worst: leastBy(
      groups,
      ({ isWritable, reachable }) => (isWritable ? 8 : 0) + bitCount(reachable),
    ),
    darkest: leastBy(groups, ({ running }) => bitCount(running)),
  }
}

function groupSituation(world: World, group: ProtectionGroup, writer: number): GroupSituation {
  const running = runningBits(world, group)
  const reachable = reachableBits(world, group, writer)
  const counted = ~uncountedBits(world, world.groups.indexOf(group))
  return {
    group,
    running,
    reachable,
    serving: reachable & completeBits(world, group),
    copies: group.segments.length,
    needed: neededCount(group.write),
    readNeeded: neededCount(group.read),
    isWritable: isSatisfied(group.write, reachable & counted),
    isReadable: isSatisfied(group.read, reachable & counted),
    isSafe: isSatisfied(group.read, running & counted),
  }
}

/** The first of those with the least weight. */
function leastBy(groups: GroupSituation[], weight: (group: GroupSituation) => number) {
  return groups.reduce((least, group) => (weight(group) < weight(least) ? group : least))
}

/** All copies of the group, as bits. */
export function memberBits({ copies }: GroupSituation): number {
  return (1 << copies) - 1
}

/** Copies whose node has no power. */
export function downBits(group: GroupSituation): number {
  return memberBits(group) & ~group.running
}

/** Copies that run and that the writer does not reach. */
export function cutBits(group: GroupSituation): number {
  return group.running & ~group.reachable
}

/** Names of the nodes that host the copies in `bits`. */
export function nodesOf(world: World, { group }: GroupSituation, bits: number): string[] {
  return group.segments
    .filter(({ slot }) => (bits >>> slot) & 1)
    .map(({ node }) => world.nodes[node]!.id)
}
