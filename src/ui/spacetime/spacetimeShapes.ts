/**
 * The space-time diagram as shapes: time runs to the right, every actor has a lane, a message is a
 * line from its sending to its arrival. One that does not arrive ends in a cross. What has words
 * has room of its own: names left of the lanes, instants above them, and beside a mark only where
 * nothing else is said.
 */
import type { SpaceMark, SpaceMessage, SpacetimeAnswer } from '../../engine/contract/spacetime.ts'
import { markWord } from '../../words/spacetimeWords.ts'
import { chosenMark, chosenMessage, type Cone, coneOf, sideOf } from './coneOf.ts'
import type { Thing } from './chosenIn.ts'
import type { Lane } from './lanesOf.ts'
import { type LabelBox, roomFor } from './labelRoom.ts'
import { spread } from './spread.ts'

export type Tone = 'plain' | 'path' | 'past' | 'future' | 'chosen' | 'faint'

export interface MessageLine {
  message: SpaceMessage
  x1: number
  y1: number
  x2: number
  y2: number
  /** Dropped or held: where it ends, inside the window. */
  end: 'cross' | 'held' | null
  tone: Tone
}

export type MarkShape = 'commit' | 'yes' | 'no' | 'fault' | 'heal' | 'point' | 'other'

export interface MarkSign {
  mark: SpaceMark
  shape: MarkShape
  x: number
  y: number
  tone: Tone
}

export interface LaneRow {
  lane: Lane
  y: number
  /** The first of its zone: its letter stands here. */
  opensZone: boolean
}

export interface SpacetimePicture {
  width: number
  height: number
  left: number
  right: number
  lanes: LaneRow[]
  lines: MessageLine[]
  signs: MarkSign[]
  words: LabelBox[]
  /** Of the messages that pass the filters, how many are drawn. */
  drawn: number
  all: number
  counts: { past: number; future: number; neither: number } | null
}

export interface View {
  width: number
  /** Room for the names of lanes. */
  left: number
  thing: Thing | null
  transaction: number | null
  isShown: (message: SpaceMessage) => boolean
}

export const laneHeight = 26
export const headHeight = 22
const footHeight = 8
const rightRoom = 10
/** More lines than this only darken the picture. */
const mostLines = 700

export function spacetimeShapes(
  answer: SpacetimeAnswer,
  lanes: Lane[],
  view: View,
): SpacetimePicture {
  const place = placesOf(answer, lanes, view)
  const cone = view.thing && coneOf(answer.messages, chosenOf(view.thing))
  const tone = (message: SpaceMessage) => toneOf(message, view, cone)
  const seen = answer.messages.filter(each => view.isShown(each) && place.hasBoth(each))
  const isLit = (message: SpaceMessage) => !['plain', 'faint'].includes(tone(message))
  const drawn = spread(seen, isLit, mostLines)
  const signs = answer.marks.flatMap(mark => signOf(mark, { place, view, cone }))
  return {
    width: view.width,
    height: headHeight + lanes.length * laneHeight + footHeight,
    left: view.left,
    right: view.width - rightRoom,
    lanes: rowsOf(lanes),
    lines: drawn.map(message => lineOf(message, place, tone(message))),
    signs,
    words: wordsOf(signs, view.width),
    drawn: drawn.length,
    all: seen.length,
    counts: cone && countsOf(answer.messages, cone, view.thing),
  }
}

interface Places {
  from: number
  to: number
  x: (at: number) => number
  y: (actor: number) => number
  /** Both ends have a lane, and not the same. */
  hasBoth: (message: SpaceMessage) => boolean
}

function placesOf({ from, to }: SpacetimeAnswer, lanes: Lane[], { width, left }: View): Places {
  const rows = new Map<number, number>()
  for (const [row, { actors }] of lanes.entries()) for (const actor of actors) rows.set(actor, row)
  const perMicro = (width - rightRoom - left) / Math.max(1, to - from)
  return {
    from,
    to,
    x: at => left + (at - from) * perMicro,
    y: actor => laneMiddle(rows.get(actor) ?? -1),
    hasBoth: ({ from: sender, to: receiver }) =>
      rows.has(sender) && rows.has(receiver) && rows.get(sender) !== rows.get(receiver),
  }
}

function laneMiddle(row: number): number {
  return headHeight + row * laneHeight + laneHeight / 2
}

function rowsOf(lanes: Lane[]): LaneRow[] {
  return lanes.map((lane, row) => {
    const opensZone = lane.zone !== null && lanes[row - 1]?.zone !== lane.zone
    return { lane, y: laneMiddle(row), opensZone }
  })
}

/** Cut off where the window begins and ends, on the way that it takes. */
function lineOf(message: SpaceMessage, place: Places, tone: Tone): MessageLine {
  const { sentAt, arrivesAt, fate } = message
  const [y1, y2] = [place.y(message.from), place.y(message.to)]
  const flight = Math.max(1, arrivesAt - sentAt)
  const yAt = (at: number) => y1 + ((y2 - y1) * (at - sentAt)) / flight
  const begin = Math.max(sentAt, place.from)
  const end = Math.max(begin, Math.min(arrivesAt, place.to))
  const stops = fate === 'held' ? 'held' : isDropped(message) ? 'cross' : null
  return {
    message,
    x1: place.x(begin),
    y1: yAt(begin),
    x2: place.x(end),
    y2: arrivesAt === sentAt ? y2 : yAt(end),
    end: arrivesAt <= place.to ? stops : null,
    tone,
  }
}

function isDropped({ fate }: SpaceMessage): boolean {
  return fate === 'lost' || fate === 'cut' || fate === 'receiverDown'
}

function chosenOf(thing: Thing) {
  return thing.kind === 'message' ? chosenMessage(thing.message) : chosenMark(thing.mark)
}

function toneOf(message: SpaceMessage, { thing, transaction }: View, cone: Cone | null): Tone {
  if (thing?.kind === 'message' && thing.message.id === message.id) return 'chosen'
  const side = cone && sideOf(cone, message)
  if (side) return side
  if (transaction !== null && message.transactions.includes(transaction)) return 'path'
  return cone || transaction !== null ? 'faint' : 'plain'
}

interface Around {
  place: Places
  view: View
  cone: Cone | null
}

function signOf(mark: SpaceMark, { place, view, cone }: Around): MarkSign[] {
  const { actor, fact, order } = mark
  const y = actor === null ? -1 : place.y(actor)
  if (actor === null || y < headHeight || fact.at < place.from || fact.at > place.to) return []
  const isChosen = view.thing?.kind === 'mark' && view.thing.mark.fact.id === fact.id
  const isPast = cone !== null && order <= (cone.past.get(actor) ?? -1)
  const isFuture = cone !== null && order >= (cone.future.get(actor) ?? Number.POSITIVE_INFINITY)
  const side = isPast ? 'past' : isFuture ? 'future' : null
  const tone = isChosen ? 'chosen' : (side ?? toneOfMark(mark, view, cone))
  return [{ mark, shape: shapeOf(mark), x: place.x(fact.at), y, tone }]
}

function toneOfMark({ fact }: SpaceMark, { transaction }: View, cone: Cone | null): Tone {
  const own = (fact.parameters as { transaction?: unknown }).transaction
  if (transaction !== null && own === transaction) return 'path'
  return cone || transaction !== null ? 'faint' : 'plain'
}

function shapeOf({ fact }: SpaceMark): MarkShape {
  switch (fact.fact) {
    case 'TransactionCommitted':
      return 'commit'
    case 'VoteGiven':
      return fact.parameters.isYes ? 'yes' : 'no'
    case 'ProposalAccepted':
      return 'yes'
    case 'ProposalRefused':
    case 'TransactionRolledBack':
    case 'StatementRefused':
      return 'no'
    case 'FaultInjected':
    case 'NodeCrashed':
    case 'InstanceCrashed':
    case 'LawBroken':
      return 'fault'
    case 'FaultHealed':
      return 'heal'
    case 'VdlAdvanced':
    case 'CommitWritten':
      return 'point'
    default:
      return 'other'
  }
}

/** Of more commits than these only those that are lit are named: their sign says it all. */
const mostNamedCommits = 8

/** What is chosen or broken is said first, then what happened first. */
function wordsOf(signs: MarkSign[], width: number): LabelBox[] {
  const urgent = ({ tone, shape }: MarkSign) =>
    tone === 'chosen' ? 2 : shape === 'fault' || shape === 'heal' ? 1 : 0
  const commits = signs.filter(({ shape }) => shape === 'commit').length
  const isRoutine = ({ shape, tone }: MarkSign) =>
    shape === 'commit' && tone === 'plain' && commits > mostNamedCommits
  const room = roomFor(width)
  for (const sign of signs.toSorted((a, b) => urgent(b) - urgent(a) || a.x - b.x)) {
    const word = markWord(sign.mark.fact)
    if (word !== null && sign.tone !== 'faint' && !isRoutine(sign)) room.place(word, sign)
  }
  return room.boxes
}

function countsOf(messages: SpaceMessage[], cone: Cone, thing: Thing | null) {
  const counts = { past: 0, future: 0, neither: 0 }
  for (const message of messages) {
    if (thing?.kind === 'message' && thing.message.id === message.id) continue
    counts[sideOf(cone, message) ?? 'neither']++
  }
  return counts
}
