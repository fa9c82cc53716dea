/**
 * Proposals: a ring of rows, each used again once its proposal is decided and a whole turn old. A
 * number whose row is still in use is passed over.
 */
import {
  type MmPageChange,
  type MmPart,
  type MmProposal,
  type MultiMaster,
  verdict,
} from './multiMaster.ts'
import { slots } from './mmPlaces.ts'

export function createProposal(): MmProposal {
  return {
    number: 0,
    writer: 0,
    epoch: 0,
    isTyped: false,
    slot: -1,
    transaction: 0,
    row: -1,
    reason: 0,
    pages: [],
    parts: [],
    after: [],
    group: 0,
    page: 0,
    base: 0,
    lsn: 0,
    sentAt: 0,
    decidedAt: 0,
    verdict: verdict.refused,
    cause: '',
    winner: -1,
    found: 0,
    rival: 0,
    ruling: 0,
    askedAt: 0,
    fact: 0,
  }
}

/** By protection group, ascending; nobody has answered. */
export function partsOf(pages: readonly MmPageChange[]): MmPart[] {
  const groups = [...new Set(pages.map(({ group }) => group))].sort((one, other) => one - other)
  return groups.map(group => ({
    group,
    pages: pages.filter(its => its.group === group),
    yes: 0,
    no: 0,
    promised: 0,
    refusals: new Uint8Array(slots),
    places: new Uint8Array(slots),
    versions: new Int32Array(slots),
    holders: new Int32Array(slots),
  }))
}

/** What a protection group has to say to; null when nothing of it lies there. */
export function partIn({ parts }: MmProposal, group: number): MmPart | null {
  for (const part of parts) if (part.group === group) return part
  return null
}

export function isOpen({ verdict: its }: MmProposal): boolean {
  return its === verdict.open || its === verdict.stalled || its === verdict.orphaned
}

/** The proposal with this number, or null when its row has been used again. */
export function proposalOf(mm: MultiMaster, number: number): MmProposal | null {
  const proposal = mm.proposals[number % mm.proposals.length]!
  return proposal.number === number && number > 0 ? proposal : null
}

/** More rows when half a turn is in use, so that numbers need not be passed over for long. */
export function claimProposal(mm: MultiMaster): MmProposal {
  let number = mm.lastProposal + 1
  for (let tried = 0; isOpen(mm.proposals[number % mm.proposals.length]!); tried++) {
    if (tried > mm.proposals.length / 2) growProposals(mm)
    number++
  }
  mm.lastProposal = number
  const proposal = mm.proposals[number % mm.proposals.length]!
  proposal.number = number
  proposal.verdict = verdict.open
  proposal.decidedAt = 0
  proposal.cause = ''
  proposal.winner = -1
  proposal.found = 0
  proposal.rival = 0
  proposal.ruling = 0
  proposal.askedAt = 0
  return proposal
}

function growProposals(mm: MultiMaster): void {
  const before = mm.proposals.filter(isOpen)
  const rows = mm.proposals.length * 2
  mm.proposals = Array.from({ length: rows }, createProposal)
  for (const proposal of before) mm.proposals[proposal.number % rows] = proposal
}
