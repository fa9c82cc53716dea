/**
 * Marks on the timeline: near ones join into one, words are shown only where they have room, so
 * that no two of them ever touch.
 */
import type { Mark } from '../../workers/api.ts'

export interface PlacedMark {
  /** All marks that stand here, oldest first. */
  marks: Mark[]
  /** The one whose shape and word are shown: the worst. */
  shown: Mark
  x: number
  /** Null where there is no room for it. */
  word: string | null
}

export interface MarkRoom {
  width: number
  x: (at: number) => number
  /** Pixels that the word of a mark takes. */
  wordWidth: (word: string) => number
  /** Its wordings, the fullest first. */
  wordsOf: (marks: Mark[], shown: Mark) => string[]
  /** Marks closer than this share a place: 44 pixels for a finger, 24 for a mouse. */
  joinPixels?: number
}

const mousePixels = 24
const wordGap = 8
const shapePixels = 18

const severity: Record<Mark['shape'], number> = {
  law: 9,
  conflict: 8,
  failover: 8,
  stall: 8,
  crash: 7,
  fault: 6,
  recovery: 5,
  resume: 4,
  heal: 3,
  refused: 2,
  command: 1,
  pause: 1,
  scale: 0,
}

function worst(marks: Mark[]): Mark {
  return marks.reduce((a, b) => (severity[b.shape] > severity[a.shape] ? b : a))
}

function joined(marks: Mark[], { x, joinPixels = mousePixels }: MarkRoom): Mark[][] {
  const groups: Mark[][] = []
  for (const mark of marks) {
    const group = groups.at(-1)
    const start = group?.[0]
    const isNear = start !== undefined && x(mark.at) - x(start.at) < joinPixels
    if (isNear) group?.push(mark)
    else groups.push([mark])
  }
  return groups
}

export function placeMarks(marks: Mark[], room: MarkRoom): PlacedMark[] {
  const groups = joined(marks, room)
  const { joinPixels = mousePixels } = room
  return groups.map((group, index) => {
    const shown = worst(group)
    const x = room.x(group[0]?.at ?? 0)
    const next = groups[index + 1]?.[0]
    const limit = next === undefined ? room.width : room.x(next.at) - joinPixels / 2
    const left = limit - x - shapePixels - wordGap
    const word = room.wordsOf(group, shown).find(each => room.wordWidth(each) <= left)
    return { marks: group, shown, x, word: word ?? null }
  })
}
