/**
 * With `multiMaster.choicePipelined` a statement does not wait for its verdict: later changes of
 * this writer build on what it has changed and not yet heard of. Such a change is proposed when the
 * verdicts that it builds on are there; if one of them is refused, so is it, unasked (US
 * 11,080,262). Rules T31, T32.
 */
import type { World } from '../world.ts'
import { isPrivate, mmOf } from './mmPlaces.ts'
import type { MmProposal, MmWriter } from './multiMaster.ts'
import { isOpen, proposalOf } from './proposals.ts'

export function isPipelined({ parameters }: World): boolean {
  return parameters['multiMaster.choicePipelined'] !== 0
}

/** The version on which the next change of this page builds here. */
export function localVersion({ cache, pending }: MmWriter, page: number): number {
  for (let index = pending.length - 1; index >= 0; index--) {
    if (pending[index]!.page === page) return pending[index]!.next
  }
  return cache[page]!
}

/** T31: it builds on what is pending for its pages, and others may build on it. */
export function notePending(world: World, proposal: MmProposal): void {
  proposal.after = []
  if (!isPipelined(world)) return
  const { pending } = mmOf(world).writers[proposal.writer]!
  for (const { page, base } of proposal.pages) {
    if (isPrivate(page)) continue
    for (const its of pending) {
      const isNew = its.page === page && !proposal.after.includes(its.proposal)
      if (isNew) proposal.after.push(its.proposal)
    }
    pending.push({ page, next: base + 1, proposal: proposal.number })
  }
}

/** Those that build on one that is decided now; it is pending no more. Lowest first. */
export function takeFollowers(world: World, { writer, number }: MmProposal): MmProposal[] {
  const mm = mmOf(world)
  const its = mm.writers[writer]!
  if (its.pending.length === 0) return []
  its.pending = its.pending.filter(({ proposal }) => proposal !== number)
  const numbers = [...new Set(its.pending.map(({ proposal }) => proposal))]
  const open = numbers.map(next => proposalOf(mm, next)).filter(next => next !== null)
  return open.filter(next => isOpen(next) && next.after.includes(number))
}
