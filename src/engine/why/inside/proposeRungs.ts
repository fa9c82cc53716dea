/**
 * Changes of pages that a transaction proposed: of each copy the question, its disk and its answer,
 * then what goes to the other writers. The answer with which the verdict came completes it. With
 * several writers alone; rules C1, C2, C5.
 */
import type { Moment, Rung } from '../../contract/inside.ts'
import type { SpaceMessage } from '../../contract/spacetime.ts'
import { answerTo, thereAndBack, travel } from './stretch.ts'
import { type MarkOf, marksOf, ownMarks, ownMessages, type Told } from './told.ts'

type Sent = MarkOf<'ProposalSent'>

export function proposeRungs(told: Told): Rung[] {
  const sent = ownMarks(told, 'ProposalSent')
  const answers = ownMessages(told, 'Vote')
  return ownMessages(told, 'Propose').map(asked => {
    const answer = answerTo(asked, answers)
    return proposeRung(told, asked, { answer, proposal: proposalOf(sent, asked) })
  })
}

/** Sent by the event that told of it, or once more after that. */
function proposalOf(sent: Sent[], { sentOrder }: SpaceMessage): Sent | undefined {
  return sent.filter(({ order }) => order <= (sentOrder ?? 0)).at(-1) ?? sent[0]
}

interface Proposed {
  answer: SpaceMessage | undefined
  proposal: Sent | undefined
}

function proposeRung(told: Told, asked: SpaceMessage, { answer, proposal }: Proposed): Rung {
  const { page, proposal: number } = proposal?.fact.parameters ?? { page: 0, proposal: 0 }
  const decided = verdictOf(told, number)
  const endOrder = answer?.endOrder ?? null
  return {
    id: `propose ${asked.id}`,
    kind: 'propose',
    who: told.actors[asked.to]!,
    about: `${number} ${page}`,
    stretches: thereAndBack(asked, answer),
    isYes: answer === undefined ? null : !answer.isRefusal,
    completes: endOrder !== null && endOrder === decided?.order,
  }
}

function verdictOf(told: Told, proposal: number) {
  const decided = [...marksOf(told, 'ProposalAccepted'), ...marksOf(told, 'ProposalRefused')]
  return decided.find(({ fact }) => fact.parameters.proposal === proposal)
}

/** Redo that goes to the other writers, and when each shows it. */
export function replicateRungs(told: Told): Rung[] {
  const pages = new Set(ownMarks(told, 'ProposalSent').map(({ fact }) => fact.parameters.page))
  return ownMessages(told, 'Redo').map(message => {
    const way = travel(message, 'travel')
    const shown = marksOf(told, 'RedoApplied').find(
      ({ actor, fact, order }) =>
        actor === message.to &&
        order > (message.endOrder ?? order) &&
        pages.has(fact.parameters.page),
    )
    const waits =
      way.until === null || way.what === 'lost'
        ? []
        : [{ what: 'wait' as const, since: way.until, until: shown?.fact.at ?? null }]
    return {
      id: `replicate ${message.id}`,
      kind: 'replicate',
      who: told.actors[message.to]!,
      about: '',
      stretches: [way, ...waits],
      isYes: null,
      completes: false,
    }
  })
}

export function verdictMoments(told: Told): Moment[] {
  const own = new Set(ownMarks(told, 'ProposalSent').map(({ fact }) => fact.parameters.proposal))
  const accepted = marksOf(told, 'ProposalAccepted').map(
    mark => ({ mark, what: 'accepted' }) as const,
  )
  const refused = marksOf(told, 'ProposalRefused').map(mark => ({ mark, what: 'refused' }) as const)
  return [...accepted, ...refused]
    .filter(({ mark }) => own.has(mark.fact.parameters.proposal))
    .map(({ mark: { fact }, what }) => {
      return { what, at: fact.at, group: '', value: fact.parameters.proposal, fact: fact.id }
    })
}
