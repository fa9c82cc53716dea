/** Proposals that are open or were decided a moment ago, with the six answers. */
import type { AnswerView, ProposalView } from '../../../contract/multiMasterView.ts'
import type { World } from '../../world.ts'
import { isPrivate, mmOf, tableOfPage } from '../mmPlaces.ts'
import { type MmPart, type MmProposal, verdict } from '../multiMaster.ts'
import { isOpen, partIn } from '../proposals.ts'

export const shownProposals = 12
const shownForMicros = 100_000
const reasons = ['user', 'rollback', 'commit', 'purge', 'ddl'] as const
export const pageKinds = ['table', 'index', 'undo', 'system', 'tracker'] as const
const refusals = ['', 'inFlight', 'staleBase', 'staleEpoch'] as const

export function viewProposals(world: World): ProposalView[] {
  return mmOf(world)
    .proposals.filter(its => its.number > 0 && isShown(world, its))
    .sort((one, other) => one.number - other.number)
    .slice(-shownProposals)
    .map(proposal => viewProposal(world, proposal))
}

export function isShown({ now }: World, proposal: MmProposal): boolean {
  return isOpen(proposal) || now - proposal.decidedAt <= shownForMicros
}

export function viewProposal(world: World, proposal: MmProposal): ProposalView {
  const { segments, id } = world.groups[proposal.group]!
  const part = partIn(proposal, proposal.group)!
  return {
    proposal: proposal.number,
    transaction: proposal.transaction,
    instance: world.instances[proposal.writer]!.id,
    group: id,
    page: proposal.page,
    rows: rowsOf(world, proposal),
    base: proposal.base,
    reason: reasons[proposal.reason]!,
    sentAt: proposal.sentAt,
    decidedAt: isOpen(proposal) ? null : proposal.decidedAt,
    verdict: verdictOf(proposal),
    cause: proposal.cause,
    answers: segments.map(({ slot, node }) => answerOf(part, slot, world.nodes[node]!.id)),
    pages: proposal.pages.map(its => ({
      page: its.page,
      kind: pageKinds[its.kind]!,
      group: world.groups[its.group]!.id,
      base: its.base,
    })),
    parts: proposal.parts.map(its => partView(world, its)),
  }
}

function partView(world: World, part: MmPart): ProposalView['parts'][number] {
  const { id, segments } = world.groups[part.group]!
  const answers = segments.map(({ slot, node }) => answerOf(part, slot, world.nodes[node]!.id))
  return { group: id, answers }
}

function rowsOf(world: World, { page, row }: MmProposal): number[] {
  const mm = mmOf(world)
  if (row < 0 || isPrivate(page)) return []
  return [row - mm.firstRow[tableOfPage(world, page)]!]
}

function verdictOf({ verdict: its }: MmProposal): ProposalView['verdict'] {
  if (its === verdict.accepted) return 'accepted'
  if (its === verdict.refused) return 'refused'
  return its === verdict.stalled ? 'stalled' : 'open'
}

function answerOf(part: MmPart, slot: number, node: string): AnswerView {
  const { yes, no, versions, holders } = part
  const answer = (yes >>> slot) & 1 ? 'yes' : (no >>> slot) & 1 ? 'no' : 'none'
  return {
    node,
    answer,
    refusal: refusals[part.refusals[slot]!] ?? '',
    version: versions[slot]!,
    holder: holders[slot]!,
  }
}
