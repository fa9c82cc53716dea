/** How the page tells from facts why a prediction came true or not; one way for each kind. */
import type { Fact } from '../../engine/contract/facts.ts'
import type { Sayable } from '../../words/say.ts'
import type { Evidence, ReasonKind } from './lesson.ts'
import { tellPageCheck } from './tellPageCheck.ts'

interface Reason {
  evidence: Evidence
  tell: (facts: readonly Fact[]) => Sayable[]
}

export const reasons: Record<ReasonKind, Reason> = {
  pageCheck: {
    evidence: ['ProposalSent', 'VoteGiven', 'ProposalAccepted', 'ProposalRefused'],
    tell: tellPageCheck,
  },
}
