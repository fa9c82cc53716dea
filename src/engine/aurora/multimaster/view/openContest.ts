/**
 * Two writers that want the same page right now, neither with a verdict: the newest such pair, the
 * earlier change first. Rules C3, T8.
 */
import { reachableBits } from '../../status/reachability.ts'
import { bitCount } from '../../storage/quorum.ts'
import type { World } from '../../world.ts'
import { mmOf, tableOfRow } from '../mmPlaces.ts'
import { type MmProposal, type MultiMaster, reason } from '../multiMaster.ts'
import { isOpen } from '../proposals.ts'

export interface OpenContest {
  page: number
  one: string
  other: string
  /** Within their table. */
  rowOne: number
  rowOther: number
  /** Copies that keep each of the two so far. */
  keptOne: number
  keptOther: number
  /** Every copy within reach has answered and neither is decided: it ends by a time out. T8. */
  isStuck: boolean
}

export function openContest(world: World): OpenContest | null {
  const mm = mmOf(world)
  const open = mm.proposals.filter(
    its => its.number > 0 && its.reason === reason.user && isOpen(its),
  )
  let newest: [MmProposal, MmProposal] | null = null
  for (const later of open) {
    const earlier = open.find(its => isRival(its, later) && its.number < later.number)
    if (earlier && (newest === null || later.number > newest[1].number)) newest = [earlier, later]
  }
  return newest && named(world, mm, newest)
}

function isRival(one: MmProposal, other: MmProposal): boolean {
  return one.writer !== other.writer && sharedPage(one, other) >= 0
}

function named(world: World, mm: MultiMaster, [one, other]: [MmProposal, MmProposal]): OpenContest {
  const rowOf = ({ row }: MmProposal) => row - mm.firstRow[tableOfRow(mm, row)]!
  return {
    page: sharedPage(one, other),
    one: world.instances[one.writer]!.id,
    other: world.instances[other.writer]!.id,
    rowOne: rowOf(one),
    rowOther: rowOf(other),
    keptOne: keptOf(one, sharedPage(one, other)),
    keptOther: keptOf(other, sharedPage(one, other)),
    isStuck: [one, other].every(its => hasAllAnswers(world, its)),
  }
}

/** The first page that both want; -1 = none. */
function sharedPage({ pages }: MmProposal, other: MmProposal): number {
  const found = pages.find(({ page }) => other.pages.some(its => its.page === page))
  return found?.page ?? -1
}

/** Copies of that page that said yes. */
function keptOf({ parts }: MmProposal, page: number): number {
  const part = parts.find(({ pages }) => pages.some(its => its.page === page))
  return bitCount(part?.yes ?? 0)
}

function hasAllAnswers(world: World, { parts, writer }: MmProposal): boolean {
  return parts.every(
    ({ group, yes, no }) =>
      (reachableBits(world, world.groups[group]!, writer) & ~(yes | no)) === 0,
  )
}
