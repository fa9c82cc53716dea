/** How each kind of message looks: a shape and a colour, so that neither speaks alone. */
import type { MessageKind, MessageNumbers } from '../../engine/contract/messages.ts'

/** One for each writer, in the order of their hues. */
const writerColours = ['writer1', 'writer2', 'writer3', 'writer4'] as const

export const colourNames = [
  ...writerColours,
  ...(['durable', 'text', 'ok', 'muted', 'wait', 'bad'] as const),
] as const
export type ColourName = (typeof colourNames)[number]

export interface MessageLook {
  shape:
    | 'record'
    | 'dot'
    | 'ring'
    | 'diamond'
    | 'page'
    | 'triangle'
    | 'hexagon'
    | 'stop'
    | 'struckHexagon'
    | 'struckRing'
  colour: ColourName
}

/** Redo looks like the cell it becomes; an acknowledgement has the colour of durability. */
const looks = {
  Request: { shape: 'dot', colour: 'text' },
  Answer: { shape: 'ring', colour: 'ok' },
  WriteRedo: { shape: 'record', colour: 'writer1' },
  WriteAck: { shape: 'dot', colour: 'durable' },
  SclReport: { shape: 'ring', colour: 'durable' },
  ReadPage: { shape: 'diamond', colour: 'text' },
  PageAnswer: { shape: 'page', colour: 'text' },
  Gossip: { shape: 'triangle', colour: 'muted' },
  GossipRecords: { shape: 'record', colour: 'muted' },
  ScanScl: { shape: 'hexagon', colour: 'wait' },
  SclPromise: { shape: 'hexagon', colour: 'durable' },
  Truncate: { shape: 'hexagon', colour: 'bad' },
  TruncateAck: { shape: 'hexagon', colour: 'ok' },
  Propose: { shape: 'record', colour: 'writer1' },
  Vote: { shape: 'diamond', colour: 'durable' },
  Finalize: { shape: 'hexagon', colour: 'ok' },
  Redo: { shape: 'record', colour: 'writer1' },
  Applied: { shape: 'ring', colour: 'muted' },
  GrawProbe: { shape: 'diamond', colour: 'text' },
  GrawReply: { shape: 'ring', colour: 'text' },
  RecoverScan: { shape: 'hexagon', colour: 'wait' },
  RecoverAnswer: { shape: 'hexagon', colour: 'durable' },
  RecoverTruncate: { shape: 'hexagon', colour: 'bad' },
  DdlForward: { shape: 'page', colour: 'wait' },
  DdlFence: { shape: 'page', colour: 'bad' },
  DdlDone: { shape: 'page', colour: 'ok' },
  RedoStream: { shape: 'record', colour: 'muted' },
  ReadPoint: { shape: 'ring', colour: 'muted' },
  AskPage: { shape: 'diamond', colour: 'bad' },
  GivePage: { shape: 'page', colour: 'ok' },
  ChangeMembers: { shape: 'hexagon', colour: 'wait' },
  MembersChanged: { shape: 'hexagon', colour: 'ok' },
  StaleMembers: { shape: 'stop', colour: 'bad' },
  AskPart: { shape: 'diamond', colour: 'wait' },
  GivePart: { shape: 'page', colour: 'durable' },
} as const satisfies Record<MessageKind, MessageLook>

const numbers = {
  Request: 1,
  Answer: 2,
  WriteRedo: 3,
  WriteAck: 4,
  SclReport: 5,
  ReadPage: 6,
  PageAnswer: 7,
  Gossip: 8,
  GossipRecords: 9,
  ScanScl: 10,
  SclPromise: 11,
  Truncate: 12,
  TruncateAck: 13,
  Propose: 14,
  Vote: 15,
  Finalize: 16,
  Redo: 17,
  Applied: 18,
  GrawProbe: 19,
  GrawReply: 20,
  RecoverScan: 21,
  RecoverAnswer: 22,
  RecoverTruncate: 23,
  DdlForward: 24,
  DdlFence: 25,
  DdlDone: 26,
  RedoStream: 27,
  ReadPoint: 38,
  AskPage: 34,
  GivePage: 35,
  ChangeMembers: 28,
  MembersChanged: 29,
  StaleMembers: 30,
  AskPart: 31,
  GivePart: 32,
} as const satisfies MessageNumbers

export const messageNumbers: Readonly<Record<MessageKind, number>> = numbers

/** What brings a bad outcome, or only a sign of life, looks unlike the good one. */
const outcomes = [
  { kind: numbers.Vote, detail: 0, look: { shape: 'stop', colour: 'bad' } },
  { kind: numbers.Finalize, detail: 0, look: { shape: 'struckHexagon', colour: 'bad' } },
  { kind: numbers.Answer, detail: 0, look: { shape: 'struckRing', colour: 'bad' } },
  { kind: numbers.Answer, detail: 2, look: { shape: 'ring', colour: 'muted' } },
  { kind: numbers.Answer, detail: 3, look: { shape: 'struckRing', colour: 'bad' } },
] as const satisfies { kind: number; detail: number; look: MessageLook }[]

const kinds: MessageLook[] = new Array(Math.max(...Object.values(numbers)) + 1).fill({
  shape: 'dot',
  colour: 'muted',
})
for (const [kind, number] of Object.entries(numbers)) kinds[number] = looks[kind as MessageKind]

/**
 * By the number of the kind on the wire, and after those the outcomes that look otherwise; a
 * number this page does not know looks like a dot.
 */
export const messageLooks: readonly MessageLook[] = [...kinds, ...outcomes.map(its => its.look)]

/** The place in `messageLooks` of a kind whose row carries this detail. */
export function lookNumber(kind: number, detail: number): number {
  if (kind >= kinds.length) return 0
  for (let k = 0; k < outcomes.length; k += 1) {
    const its = outcomes[k] as (typeof outcomes)[number]
    if (its.kind === kind && its.detail === detail) return kinds.length + k
  }
  return kind
}

/** What a writer sends in its own colour stands once more for each further writer. */
export const paintedLooks: readonly MessageLook[] = writerColours.flatMap(colour =>
  messageLooks.map(look => (look.colour === 'writer1' ? { ...look, colour } : look)),
)

/** The place in `paintedLooks` of a look that the writer of a hue, counted from 0, has sent. */
export function paintedLook(look: number, hue: number): number {
  return hue * messageLooks.length + look
}
