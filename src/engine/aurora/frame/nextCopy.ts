/**
 * Which copy the glow invites to fail next: a neighbour of one that is gone while one can be
 * spared, then a copy of another zone; the writer's own zone comes last, and among zones the last.
 */
import { bitCount } from '../storage/quorum.ts'
import type { Segment, StorageNode } from '../world.ts'
import type { GroupSituation, Situation } from './situation.ts'

export function nextCopy(situation: Situation): StorageNode | null {
  const { world, worst } = situation
  const left = worst.group.segments.filter(({ slot }) => (worst.reachable >>> slot) & 1)
  let best: { node: StorageNode; weight: number } | null = null
  for (const segment of left) {
    const node = world.nodes[segment.node]!
    const weight = weightOf(situation, segment)
    if (weight > (best?.weight ?? -1)) best = { node, weight }
  }
  return best?.node ?? null
}

function weightOf({ world, worst, writer }: Situation, segment: Segment): number {
  const { zone } = world.nodes[segment.node]!
  const isNeighbourGone = missingIn(world, worst, zone) > 0
  const isNeighbourWanted = bitCount(worst.reachable) > worst.needed
  const isOwnZone = writer?.zone === zone
  return (isNeighbourGone === isNeighbourWanted ? 100 : 0) + (isOwnZone ? 0 : 10) + zone
}

/** Copies of the group in this zone that are out of reach. */
function missingIn(world: Situation['world'], { group, reachable }: GroupSituation, zone: number) {
  const inZone = group.segments.filter(({ node }) => world.nodes[node]!.zone === zone)
  return inZone.filter(({ slot }) => ((reachable >>> slot) & 1) === 0).length
}
