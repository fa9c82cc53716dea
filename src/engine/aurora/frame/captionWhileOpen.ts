/**
 * Captions while an open writer reaches a write set of every group: commits go on, with how much
 * is gone, or slow, or lost, said as it is. The first that is true is said.
 */
import type { Phrase } from '../../contract/frame.ts'
import { bitCount } from '../storage/quorum.ts'
import { captionOfSlowness } from './captionOfSlowness.ts'
import { commitsInFlightAgain } from './commitsInFlightAgain.ts'
import { captionOfNetwork, cutFromClients } from './captionOfNetwork.ts'
import { captionOfRest } from './captionOfRest.ts'
import { segmentCatchingUp } from './segmentCatchingUp.ts'
import {
  cutBits,
  downBits,
  type GroupSituation,
  memberBits,
  nodesOf,
  type Situation,
} from './situation.ts'

export function captionWhileOpen(situation: Situation): Phrase {
  return (
    captionOfWork(situation) ??
    captionOfSlowness(situation, true) ??
    captionOfAbsentCopies(situation) ??
    captionOfSlowness(situation, false) ??
    captionOfNetwork(situation) ??
    captionOfReturn(situation) ??
    captionOfSpare(situation) ??
    captionOfRest(situation) ?? { key: 'caption.allSix', parameters: {} }
  )
}

function captionOfWork(situation: Situation): Phrase | null {
  const { memory } = situation.writer!
  const waiting = commitsInFlightAgain(situation.world)
  if (waiting > 0) return { key: 'caption.commitsInFlightAgain', parameters: { waiting } }
  if (memory.blockedSince !== null) {
    const limit = situation.world.parameters['storage.lsnAllocationLimit']
    return { key: 'caption.backPressure', parameters: { limit, highestLsn: memory.nextLsn - 1 } }
  }
  return cutFromClients(situation.world)
}

function captionOfAbsentCopies({ world, worst, groups }: Situation): Phrase | null {
  const down = downBits(worst)
  const cut = cutBits(worst)
  if (down === 0 && cut === 0) return null
  const zone = cut === 0 ? wholeZone(world, worst, down) : null
  if (zone) {
    const name = zone.isOut ? 'zoneGoneCommitsGoOn' : 'zoneCopiesGoneCommitsGoOn'
    return { key: `caption.${name}`, parameters: { zone: zone.id } }
  }
  const hit = groups.filter(group => group.running !== memberBits(group)).length
  const nodes = world.nodes.filter(({ isUp, hosts }) => !isUp && hosts.length > 0).length
  const parameters = { ...absence(world, worst, down, cut), hit, nodesDown: nodes }
  return { key: nameOfAbsence(down, cut), parameters }
}

function nameOfAbsence(down: number, cut: number): string {
  if (cut === 0) return 'caption.copiesGoneCommitsGoOn'
  return down === 0 ? 'caption.copiesCutCommitsGoOn' : 'caption.copiesGoneAndCutCommitsGoOn'
}

function absence(world: Situation['world'], worst: GroupSituation, down: number, cut: number) {
  return {
    gone: bitCount(down),
    cut: bitCount(cut),
    spare: bitCount(worst.reachable) - worst.needed,
    nodes: nodesOf(world, worst, down | cut),
  }
}

/** The zone of which exactly the copies in `down` stand, if they are all of one zone. */
function wholeZone(world: Situation['world'], { group }: GroupSituation, down: number) {
  for (let zone = 0; zone < world.zones.length; zone++) {
    let bits = 0
    for (const { node, slot } of group.segments) {
      if (world.nodes[node]!.zone === zone) bits |= 1 << slot
    }
    if (bits === down) return world.zones[zone]!
  }
  return null
}

function captionOfReturn({ world }: Situation): Phrase | null {
  const late = segmentCatchingUp(world)
  return late && { key: 'caption.catchingUp', parameters: late }
}

function captionOfSpare({ world }: Situation): Phrase | null {
  const spare = world.nodes.find(({ isUp, hosts }) => !isUp && hosts.length === 0)
  return spare ? { key: 'caption.spareNodeGone', parameters: { node: spare.id } } : null
}
