/**
 * What every branch has come to at one instant, whatever is shown: each is gone over beside what
 * is on the screen, as far as that. A branch on which a law broke before stands where it broke.
 * Each has cost what its bill says, with the same items for whatever it consists of.
 */
import { dollarsUsed, isMetered } from '../engine/answers.ts'
import type { Micros } from '../engine/contract/units.ts'
import type { BranchSummary } from './api.ts'
import { summaryOfBranch } from './questions.ts'
import type { Timeline } from './timeline.ts'
import { onlyState, walk } from './walk.ts'
import type { Work } from './work.ts'

export function* branchesAt(timeline: Timeline, at: Micros): Work<BranchSummary[]> {
  const { branches, branch, setup } = timeline
  const summaries: BranchSummary[] = []
  for (const track of [...branches]) {
    const { machine } = yield* walk({ ...timeline, branch: track }, onlyState(at))
    const there = { horizon: machine.at(), figures: machine.figures() }
    const used = machine.sample()?.used
    const cost = used ? dollarsUsed(setup, used, track.facts.filter(isMetered)).toFixed(4) : null
    summaries.push(summaryOfBranch({ ...track, ...there }, branch.id, cost))
  }
  return summaries
}
