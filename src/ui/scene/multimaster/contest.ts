/**
 * The page change whose six answers are drawn: the one chosen, else the newest that was refused
 * somewhere, else the newest that an application wants, else the newest, together with the other
 * changes of that page. A commit record is on a page of its own, which nobody contests.
 */
import type { MultiMasterView, ProposalView } from '../../../engine/contract/multiMasterView.ts'
import type { GroupId, TargetId } from '../../../engine/contract/ids.ts'

export interface Contest {
  page: number
  /** The version they were built on; null when they differ. */
  base: number | null
  /** Oldest first. */
  proposals: ProposalView[]
  /** All were refused, and by each other: nobody wins. */
  isSplit: boolean
}

function isRefusedSomewhere({ answers }: ProposalView): boolean {
  return answers.some(({ answer }) => answer === 'no')
}

function isChosen({ proposal, transaction }: ProposalView, selection: TargetId | null): boolean {
  return selection === `proposal:${proposal}` || selection === `transaction:${transaction}`
}

/** With it those of its page that came last; at most `most`, so that each has a row. */
function around(all: ProposalView[], main: ProposalView, most: number): ProposalView[] {
  if (main.reason === 'commit') return [main]
  const others = all.filter(other => other.page === main.page && other !== main)
  const kept = new Set([main, ...others.slice(-(most - 1))].slice(0, most))
  return all.filter(proposal => kept.has(proposal))
}

interface Choice {
  group: GroupId
  selection: TargetId | null
  most: number
}

/** Of its pages in this group one that another writer wants too, else the first. */
function changeIn(proposal: ProposalView, group: GroupId, all: ProposalView[]) {
  const own = proposal.pages.filter(its => its.group === group)
  const rivals = all.filter(its => its.instance !== proposal.instance && its.reason !== 'commit')
  const shared = own.find(({ page }) =>
    rivals.some(({ pages }) => pages.some(its => its.page === page)),
  )
  return shared ?? own[0]
}

/** A refused change is spoken of by the page that was refused. */
function isSpoken({ verdict, group }: ProposalView, inGroup: GroupId): boolean {
  return verdict === 'refused' && group === inGroup
}

/** What the copies of this group say to it, and of which page; none when nothing of it is there. */
function seenIn(proposal: ProposalView, group: GroupId, all: ProposalView[]): ProposalView[] {
  if (isSpoken(proposal, group)) return [proposal]
  const part = proposal.parts.find(its => its.group === group)
  const change = changeIn(proposal, group, all)
  if (change === undefined) return proposal.group === group ? [proposal] : []
  const { page, base } = change
  return [{ ...proposal, group, page, base, answers: part?.answers ?? proposal.answers }]
}

export function contestOf(view: MultiMasterView, choice: Choice): Contest | null {
  const all = view.proposals.flatMap(proposal => seenIn(proposal, choice.group, view.proposals))
  const main =
    all.find(proposal => isChosen(proposal, choice.selection)) ??
    all.findLast(isRefusedSomewhere) ??
    all.findLast(({ reason }) => reason !== 'commit' && reason !== 'purge') ??
    all.at(-1)
  if (main === undefined) return null
  const proposals = around(all, main, choice.most)
  const isSplit = proposals.length > 1 && proposals.every(({ cause }) => cause === 'noWinner')
  const isOneBase = proposals.every(({ base }) => base === main.base)
  return { page: main.page, base: isOneBase ? main.base : null, proposals, isSplit }
}

/** Different rows, which collide all the same since they are on one page; else none. */
export function rowsInContest({ proposals }: Contest): number[] {
  const rows = [...new Set(proposals.flatMap(its => its.rows))].sort((a, b) => a - b)
  const writers = new Set(proposals.map(({ instance }) => instance))
  return writers.size > 1 && rows.length > 1 ? rows : []
}

export function keptCount({ answers }: ProposalView): number {
  return answers.filter(({ answer }) => answer === 'yes').length
}
