/**
 * Why a page change was kept and another refused, from the facts of the run alone: which copies got
 * which change first, and what came of each. Rules C1, C2, T4.
 */
import type { Fact, FactOf } from '../../engine/contract/facts.ts'
import type { Sayable } from '../../words/say.ts'

type Proposal = FactOf<'ProposalSent'>['parameters']

const copies = 6

function isOf<Key extends Fact['fact']>(key: Key) {
  return (fact: Fact): fact is Fact & FactOf<Key> => fact.fact === key
}

/** The first change of each writer of the page that was asked for first. */
function contestants(facts: readonly Fact[]): Proposal[] {
  const asked = facts
    .filter(isOf('ProposalSent'))
    .map(({ parameters }) => parameters)
    .filter(({ reason }) => reason === 'user')
  const ofPage = asked.filter(({ page }) => page === asked[0]?.page)
  const isFirst = (its: Proposal, index: number) =>
    ofPage.findIndex(({ instance }) => instance === its.instance) === index
  return ofPage.filter(isFirst)
}

/** The copies that answered yes to it, in the order of their answers. */
function keptBy(facts: readonly Fact[], { proposal }: Proposal): string[] {
  return facts
    .filter(isOf('VoteGiven'))
    .filter(({ parameters }) => parameters.proposal === proposal && parameters.isYes)
    .map(({ parameters }) => parameters.segment.replace(/^.*\//, ''))
}

function tellFirst(facts: readonly Fact[], change: Proposal): Sayable[] {
  const names = keptBy(facts, change)
  if (names.length === 0) return []
  const { instance } = change
  const parameters = { copies: names, instance, count: names.length, all: copies }
  return [{ key: 'lesson.because.first', parameters }]
}

function tellVerdict(facts: readonly Fact[], { proposal, instance }: Proposal): Sayable {
  const kept = facts
    .filter(isOf('ProposalAccepted'))
    .find(its => its.parameters.proposal === proposal)
  if (kept !== undefined) {
    return { key: 'lesson.because.kept', parameters: { instance, yes: kept.parameters.yes } }
  }
  const lost = facts
    .filter(isOf('ProposalRefused'))
    .find(its => its.parameters.proposal === proposal)
  if (lost === undefined) return { key: 'lesson.because.open', parameters: { instance } }
  const { yes, cause } = lost.parameters
  return { key: `lesson.because.refused.${cause}`, parameters: { instance, yes } }
}

export function tellPageCheck(facts: readonly Fact[]): Sayable[] {
  const changes = contestants(facts)
  if (changes.length === 0) return [{ key: 'lesson.because.nothing', parameters: {} }]
  return [
    ...changes.flatMap(change => tellFirst(facts, change)),
    ...changes.map(change => tellVerdict(facts, change)),
  ]
}
