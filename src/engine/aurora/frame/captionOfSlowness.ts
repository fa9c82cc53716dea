/**
 * Captions about slow copies. A commit waits for the fastest write set, so a slow copy matters
 * only when there are too few fast ones (2017 §2.3: slowness, absence and loss are one axis).
 */
import type { Phrase } from '../../contract/frame.ts'
import { bitCount, isSatisfied } from '../storage/quorum.ts'
import type { World } from '../world.ts'
import type { GroupSituation, Situation } from './situation.ts'

const usualSpeed = 1_000_000

/** Speaks only of slow copies that hold commits back, or only of those that do not. */
export function captionOfSlowness(situation: Situation, isHoldingBack: boolean): Phrase | null {
  for (const group of situation.groups) {
    const slow = slowBits(situation.world, group)
    const fast = group.reachable & ~slow
    if (slow === 0 || isSatisfied(group.group.write, fast) === isHoldingBack) continue
    const key = isHoldingBack ? 'caption.slowCopiesHoldBack' : 'caption.slowCopyIgnored'
    const counts = { slow: bitCount(slow), fast: bitCount(fast) }
    const { id: node, slowPpm } = slowestNode(situation.world, group)
    const factor = slowPpm / usualSpeed
    return { key, parameters: { group: group.group.id, node, factor, ...counts } }
  }
  return null
}

/** Copies within reach whose node takes longer than usual. */
function slowBits(world: World, { group, reachable }: GroupSituation): number {
  let bits = 0
  for (const { node, slot } of group.segments) {
    const isWithinReach = ((reachable >>> slot) & 1) === 1
    if (isWithinReach && world.nodes[node]!.slowPpm > usualSpeed) bits |= 1 << slot
  }
  return bits
}

function slowestNode(world: World, { group, reachable }: GroupSituation) {
  const within = group.segments.filter(({ slot }) => (reachable >>> slot) & 1)
  const nodes = within.map(({ node }) => world.nodes[node]!)
  return nodes.reduce((slowest, node) => (node.slowPpm > slowest.slowPpm ? node : slowest))
}
