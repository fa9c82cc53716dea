/** What the space-time diagram says of messages, marks and its own bounds. */
import type { Fact, FactKey } from '../engine/contract/facts.ts'
import type { MessageFate, SpaceMessage } from '../engine/contract/spacetime.ts'
import { formatTime } from './formatNumbers.ts'
import { messageWord } from './messageWords.ts'

export const fateWords: Readonly<Record<MessageFate, string>> = {
  delivered: 'arrives',
  lost: 'lost on the way',
  cut: 'dropped: the link is cut',
  receiverDown: 'dropped: its receiver is down',
  held: 'held by the link',
  underWay: 'still under way',
}

/** Beside a mark, where there is room; a fact without one has only its shape. */
const markWords: Partial<Record<FactKey, string>> = {
  TransactionCommitted: 'commit',
  TransactionRolledBack: 'rolled back',
  ProposalAccepted: 'accepted',
  ProposalRefused: 'refused',
  FaultInjected: 'fault',
  FaultHealed: 'healed',
  NodeCrashed: 'down',
  NodeRestarted: 'up again',
  InstanceCrashed: 'crash',
  InstanceRestarted: 'up again',
  CommitsStalled: 'commits wait',
  CommitsResumed: 'commits go on',
  RecoveryStarted: 'recovery',
  VolumeOpened: 'open',
  InstanceSuspected: 'suspected',
  ReaderPromoted: 'promoted',
  DeadlockFound: 'deadlock',
  LockWaitTimedOut: 'timed out',
  MembershipChanged: 'members',
  LawBroken: 'law broken',
}

export function markWord({ fact }: Pick<Fact, 'fact'>): string | null {
  return markWords[fact] ?? null
}

/** What the shapes on the lanes mean. */
export const signWords = {
  commit: 'commit acknowledged',
  yes: 'accepted',
  no: 'refused',
  fault: 'broken',
  heal: 'healed',
  point: 'VDL moves on, or a commit is written',
  other: 'something notable: point at it',
} as const

interface Ends {
  from: string
  to: string
}

/** `redo records, w1 to a1: arrives after 0.42 ms`. */
export function messageSentence(message: SpaceMessage, { from, to }: Ends): string {
  const { kind, fate, sentAt, arrivesAt, transactions } = message
  const whose = transactions.length === 0 ? '' : `, of transaction ${transactions.join(', ')}`
  const lasted = fate === 'underWay' ? '' : ` after ${formatTime(arrivesAt - sentAt)}`
  return `${messageWord(kind)}, ${from} to ${to}${whose}: ${fateWords[fate]}${lasted}`
}

export interface ConeCounts {
  past: number
  future: number
  neither: number
}

export function coneSentence({ past, future, neither }: ConeCounts): string {
  return [
    `${messages(past)} can have led to it`,
    `${messages(future)} can depend on it`,
    `${messages(neither)} can do neither`,
  ].join(', ')
}

function messages(count: number): string {
  return count === 1 ? '1 message' : `${count} messages`
}

export const spacetimeWords = {
  shortened: 'So many messages that the window was shortened.',
  tooFast: 'The run is too fast to be drawn message by message: pause, or slow down.',
  asking: 'Replaying the window…',
  empty: 'No message of the kinds shown crosses this window.',
  hint:
    'Press a message or a mark: the run goes there. What can have led to it is lit: chains of ' +
    'messages that arrived before the next was sent. Dashed is what can depend on it.',
} as const

export function thinnedSentence(drawn: number, all: number): string {
  return `${drawn} of ${all} messages drawn: hide kinds or lanes, or choose a shorter window.`
}
