/** How each kind of message looks: a shape and a colour, so that neither speaks alone. */
import type { MessageKind, MessageNumbers } from '../../engine/contract/messages.ts'

/** One for each writer, in the order of their hues. */
export const writerColours = ['writer1', 'writer2', 'writer3', 'writer4'] as const

export const colourNames = [
  ...writerColours,
  ...(['durable', 'text', 'ok', 'muted', 'wait', 'bad'] as const),
] as const
export type ColourName = (typeof colourNames)[number]

export interface MessageLook {
  shape:
    | 'record'
    | 'backRecord'
    | 'crumb'
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

type NumberedLooks = {
  [Kind in MessageKind]: readonly [MessageNumbers[Kind], MessageLook['shape'], ColourName]
}

/**
 * The number of each kind on the wire, its shape and its colour. Redo looks like the cell it
 * becomes; an acknowledgement has the colour of durability.
 */
const looks = {
  Request: [1, 'dot', 'text'],
  Answer: [2, 'ring', 'ok'],
  WriteRedo: [3, 'record', 'writer1'],
  WriteAck: [4, 'dot', 'durable'],
  SclReport: [5, 'ring', 'durable'],
  ReadPage: [6, 'diamond', 'text'],
  PageAnswer: [7, 'page', 'text'],
  Gossip: [8, 'triangle', 'muted'],
  GossipRecords: [9, 'record', 'muted'],
  ScanScl: [10, 'hexagon', 'wait'],
  SclPromise: [11, 'hexagon', 'durable'],
  Truncate: [12, 'hexagon', 'bad'],
  TruncateAck: [13, 'hexagon', 'ok'],
  Propose: [14, 'record', 'writer1'],
  Vote: [15, 'diamond', 'durable'],
  Finalize: [16, 'hexagon', 'ok'],
  Redo: [17, 'record', 'writer1'],
  Applied: [18, 'ring', 'muted'],
  GrawProbe: [19, 'diamond', 'text'],
  GrawReply: [20, 'ring', 'text'],
  RecoverScan: [21, 'hexagon', 'wait'],
  RecoverAnswer: [22, 'hexagon', 'durable'],
  RecoverTruncate: [23, 'hexagon', 'bad'],
  DdlForward: [24, 'page', 'wait'],
  DdlFence: [25, 'page', 'bad'],
  DdlDone: [26, 'page', 'ok'],
  RedoStream: [27, 'record', 'muted'],
  ReadPoint: [38, 'ring', 'muted'],
  AskPage: [34, 'diamond', 'bad'],
  GivePage: [35, 'page', 'ok'],
  ChangeMembers: [28, 'hexagon', 'wait'],
  MembersChanged: [29, 'hexagon', 'ok'],
  StaleMembers: [30, 'stop', 'bad'],
  AskPart: [31, 'diamond', 'wait'],
  GivePart: [32, 'page', 'durable'],
  Statement: [39, 'dot', 'text'],
  StatementResult: [40, 'ring', 'ok'],
  AskVerdict: [41, 'hexagon', 'wait'],
  TellVerdict: [42, 'hexagon', 'durable'],
  ReadEnds: [43, 'diamond', 'wait'],
  TellEnds: [44, 'page', 'durable'],
  HealthCheck: [45, 'ring', 'wait'],
  HealthAnswer: [46, 'ring', 'ok'],
  ProxyRequest: [47, 'dot', 'text'],
  ProxyAnswer: [48, 'ring', 'ok'],
  Escalate: [49, 'diamond', 'wait'],
  Ruling: [50, 'page', 'ok'],
} as const satisfies NumberedLooks

export const messageNumbers = Object.fromEntries(
  Object.entries(looks).map(([kind, [number]]) => [kind, number]),
) as Readonly<Record<MessageKind, number>>

/**
 * What brings a bad outcome, or only a sign of life, looks unlike the good one; of page changes
 * those that undo (-1) and those that purge (-2).
 */
const outcomes = [
  { kind: looks.Propose[0], detail: -1, look: { shape: 'backRecord', colour: 'writer1' } },
  { kind: looks.Propose[0], detail: -2, look: { shape: 'crumb', colour: 'writer1' } },
  { kind: looks.Vote[0], detail: 0, look: { shape: 'stop', colour: 'bad' } },
  { kind: looks.Finalize[0], detail: 0, look: { shape: 'struckHexagon', colour: 'bad' } },
  { kind: looks.Answer[0], detail: 0, look: { shape: 'struckRing', colour: 'bad' } },
  { kind: looks.Answer[0], detail: 2, look: { shape: 'ring', colour: 'muted' } },
  { kind: looks.Answer[0], detail: 3, look: { shape: 'struckRing', colour: 'bad' } },
  { kind: looks.StatementResult[0], detail: 1, look: { shape: 'struckRing', colour: 'bad' } },
  { kind: looks.StatementResult[0], detail: 2, look: { shape: 'ring', colour: 'muted' } },
  { kind: looks.StatementResult[0], detail: 3, look: { shape: 'struckRing', colour: 'bad' } },
] as const satisfies { kind: number; detail: number; look: MessageLook }[]

const newest = Math.max(...Object.values(looks).map(([number]) => number))
const kinds: MessageLook[] = new Array(newest + 1).fill({ shape: 'dot', colour: 'muted' })
for (const [number, shape, colour] of Object.values(looks)) kinds[number] = { shape, colour }

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
