/**
 * Of a refused group: which of its pages one speaks of, and who was there first. Rules C1, T11.
 */
import type { World } from '../world.ts'
import { refusal } from './copies.ts'
import { mmOf } from './mmPlaces.ts'
import type { MmPart, MmProposal } from './multiMaster.ts'

/** A no of one copy, in words of the group. */
interface No {
  part: MmPart
  slot: number
}

/** Names the page refused, the version found, the proposal and the writer that came first. */
export function nameRival(world: World, proposal: MmProposal, cause: MmProposal['cause']): void {
  const mm = mmOf(world)
  proposal.cause = cause
  const no = tellingNo(proposal)
  if (no) {
    const { page, base, group } = no.part.pages[no.part.places[no.slot]!]!
    Object.assign(proposal, { page, base, group })
  }
  const part = no?.part ?? proposal.parts[0]!
  proposal.found = versionFound(proposal, part)
  proposal.rival = rivalOf(world, proposal, part)
  const first = mm.proposals[proposal.rival % mm.proposals.length]
  const isNamed = proposal.rival > 0 && proposal.cause !== 'noWinner' && first !== undefined
  proposal.winner = isNamed ? first.writer : -1
}

/** Of a stale base if there is one; else the first. */
function tellingNo({ parts, cause }: MmProposal): No | null {
  let first: No | null = null
  for (const part of parts) {
    for (let slot = 0; slot < part.refusals.length; slot++) {
      if (part.refusals[slot] === refusal.none) continue
      if (part.refusals[slot] === refusal.staleBase || cause !== 'staleBase') return { part, slot }
      first ??= { part, slot }
    }
  }
  return first
}

/** The newest version that a copy had of the page named. */
function versionFound({ page, base }: MmProposal, part: MmPart): number {
  let most = base
  for (let slot = 0; slot < part.versions.length; slot++) {
    const isOfPage = part.pages[part.places[slot]!]!.page === page
    if (isOfPage) most = Math.max(most, part.versions[slot]!)
  }
  return most
}

/** The proposal that came first: the one in flight, or the last one accepted; 0 = none. */
function rivalOf(world: World, { cause, page }: MmProposal, { holders }: MmPart): number {
  if (cause === 'staleBase') return mmOf(world).pages.lastProposal[page] ?? 0
  return holders.find(holder => holder > 0) ?? 0
}

/** Those that a copy refused; without any, all of them. */
export function refusedPages({ parts, pages }: MmProposal): number[] {
  const refused = new Set<number>()
  for (const { pages: own, refusals, places } of parts) {
    for (let slot = 0; slot < refusals.length; slot++) {
      if (refusals[slot] !== refusal.none) refused.add(own[places[slot]!]!.page)
    }
  }
  return refused.size > 0 ? [...refused] : pages.map(({ page }) => page)
}
