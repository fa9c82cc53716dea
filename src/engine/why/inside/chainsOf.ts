/**
 * Redo of pages that is not yet in the pages themselves, as one copy has it: what step 5 makes
 * pages of, and what a read has to apply meanwhile. Rules P4, D3.
 */
import { seenLane } from '../../aurora/pipeline/laneOf.ts'
import type { Lane } from '../../aurora/pipeline/pipeline.ts'
import { settledCopy } from '../../aurora/pipeline/settle.ts'
import { slotAt } from '../../aurora/database/slotRing.ts'
import type { Segment, World } from '../../aurora/world.ts'
import type { CopyInside } from '../../contract/inside.ts'

const shownChains = 8

/** As it stands now; null before background work begins, and with several writers. */
export function laneNow(world: World, segment: Segment): Lane | null {
  const lane = world.multiMaster ? null : seenLane(world, segment)
  return lane && settledCopy(world, lane)
}

/** Pages in their order that the copy has made since its lane was last settled. */
function duePages({ duePages: ring }: Lane): number[] {
  return Array.from({ length: ring.count }, (_, n) => slotAt(ring, n))
}

/** Records of a page that the copy has, and that are not in the page itself. */
export function chainLength(world: World, segment: Segment, page: number): number {
  const seen = world.multiMaster ? null : seenLane(world, segment)
  if (!seen) return plainLength(world, page)
  const now = settledCopy(world, seen)
  const isMade = duePages(seen).includes(page) && !duePages(now).includes(page)
  return isMade ? 0 : (now.chain[page - now.firstPage] ?? 0)
}

/** D3: before background work is counted, a chain of this length is made a page as it fills. */
function plainLength({ pageRecords, parameters }: World, page: number): number {
  const isCoalesced = parameters['storage.background'] === 1
  const longest = isCoalesced ? parameters['storage.coalesceChain'] : Infinity
  return pageRecords[page]! % longest
}

type Chains = Pick<CopyInside, 'chains' | 'chainCount' | 'coalesceChain'>

export function chainsOf(world: World, segment: Segment): Chains {
  const coalesceChain = world.parameters['storage.coalesceChain']
  const lane = laneNow(world, segment)
  if (!lane?.hasPages) return { chains: [], chainCount: 0, coalesceChain }
  const due = duePages(lane)
  const made = duePages(seenLane(world, segment)!).filter(page => !due.includes(page))
  const chains: CopyInside['chains'] = []
  lane.chain.forEach((records, place) => {
    const page = lane.firstPage + place
    if (records > 0 && !made.includes(page)) {
      chains.push({ page, records, isDue: due.includes(page) })
    }
  })
  chains.sort((one, other) => other.records - one.records || one.page - other.page)
  return { chains: chains.slice(0, shownChains), chainCount: chains.length, coalesceChain }
}
