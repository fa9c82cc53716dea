/**
 * The applications' strip: a card for each with its mark, its name, what it feels now, and what
 * went wrong for it so far.
 */
import type { ApplicationView, Frame } from '../../../engine/contract/frame.ts'
import type { Box } from '../geometry.ts'
import { fitText, type Label, label, textWidth } from '../label.ts'
import { dropOf, isForWall, leastLetter, stepOf } from '../letters.ts'
import type { ApplicationPlace, Layout } from '../layout/layout.ts'
import {
  counts,
  feelingOf,
  feelingTones,
  isFalseDeadlock,
  looksLike,
  lostTimes,
  tallies,
} from './feelings.ts'

export interface ApplicationShape {
  id: string
  card: Box
  box: Box
  feels: ApplicationView['feels']
  words: string
  labels: Label[]
}

type Line = { id: string; text: string } & Partial<Label>

interface Source {
  application: ApplicationView
  place: ApplicationPlace
  frame: Frame
}

function nameLine({ application }: Source): Line {
  return { id: 'name', text: `Application ${application.id}`, tone: 'text', isBold: true }
}

function feelsLine({ application, frame }: Source): Line {
  const text = feelingOf(application, frame)
  const term = isFalseDeadlock(application, frame) ? 'error 1213' : null
  return { id: 'feels', text, tone: feelingTones[looksLike(application, frame)], term }
}

function firstFitting(texts: string[], size: number, room: number): string | null {
  return texts.find(text => textWidth(text, size) <= room) ?? null
}

const saying = 'MySQL says deadlock;'
const nothingLocked = 'nothing was locked'
const falseDeadlock = [`${saying} ${nothingLocked}`, nothingLocked]

/** Small letters need this much. */
const smallSize = 11

function lastLine({ application, place, frame }: Source): Line[] {
  const texts = isFalseDeadlock(application, frame) ? falseDeadlock : tallies(application)
  const text = firstFitting(texts, smallSize, place.words.width)
  return text === null ? [] : [{ id: 'tally', text, size: smallSize }]
}

/** Two lines in the middle of the card, or three that fill it. */
function stacked(source: Source): Label[] {
  const { application, place } = source
  const { words } = place
  const isLow = words.height < 50
  const last = lastLine(source)
  const lines = [nameLine(source), feelsLine(source), ...last]
  const sizes = isLow ? [13, 12, smallSize] : [14, 13, smallSize]
  const step = stepOf(isLow ? 13.5 : 15.5)
  const shown = isForWall() ? lines.slice(0, 2) : lines
  const first = words.y + words.height / 2 - ((shown.length - 1) * step) / 2 + dropOf(4)
  return shown.map((line, row) =>
    label({
      size: sizes[row] ?? smallSize,
      ...line,
      id: `${application.id}-${line.id}`,
      text: fitText(line.text, sizes[row] ?? smallSize, words.width),
      x: words.x,
      y: first + row * step,
    }),
  )
}

interface EndSource {
  id: string
  texts: string[]
  /** What stands before it in its line. */
  before: Label
  place: ApplicationPlace
}

/** At the end of a line, the longest of the texts that has room there. */
function atEnd({ id, texts, before, place: { words } }: EndSource): Label[] {
  const taken = textWidth(before.text, before.size, before.isBold)
  const text = firstFitting(texts, smallSize, words.width - taken - 8)
  if (text === null) return []
  const end = { x: words.x + words.width, y: before.y, anchor: 'end', size: smallSize } as const
  return [label({ id, text, ...end })]
}

/** Its name alone where what went wrong would have no room beside more. */
function nameFor(source: Source): Line {
  const { application, place } = source
  const whole = nameLine(source)
  const shortest = counts(application).at(-1)
  const room = place.words.width - 8 - textWidth(shortest ?? '', smallSize)
  if (shortest === undefined || textWidth(whole.text, 12.5, true) <= room) return whole
  return { ...whole, text: application.id }
}

/** Where there is room for two lines only, what went wrong stands at their ends. */
function inTwoLines(source: Source): Label[] {
  const { application, place, frame } = source
  const { words } = place
  const y = words.y + words.height / 2
  const line = ({ id, text, ...rest }: Line, below: number, size: number) =>
    label({
      size,
      ...rest,
      id: `${application.id}-${id}`,
      text: fitText(text, size, words.width),
      x: words.x,
      y: y + below,
    })
  const name = line(nameFor(source), -4, 12.5)
  const feels = line(feelsLine(source), 12, 11.5)
  const isFalse = isFalseDeadlock(application, frame)
  const texts = [...(isFalse ? [saying] : []), ...counts(application)]
  const rest = isFalse ? [nothingLocked] : lostTimes(application)
  return [
    name,
    feels,
    ...atEnd({ id: `${application.id}-tally`, texts, before: name, place }),
    ...atEnd({ id: `${application.id}-rest`, texts: rest, before: feels, place }),
  ]
}

/** Where there is room for one line only: its name, what it feels, and what went wrong. */
function inOneLine(source: Source): Label[] {
  const { application, place, frame } = source
  const { x, width } = place.words
  const y = place.words.y + place.words.height / 2 + dropOf(4)
  const own = { ...nameLine(source), text: application.id }
  const name = label({ ...own, id: `${application.id}-name`, x, y, size: 12.5 })
  const start = textWidth(name.text, 12.5, true) + 10 + 0.4 * leastLetter()
  const text = fitText(feelsLine(source).text, 11.5, width - start)
  const feels = { ...feelsLine(source), text, x: x + start, y, size: 11.5 }
  const texts = isFalseDeadlock(application, frame) ? [nothingLocked] : tallies(application)
  const before = { ...name, text: `${name.text} ${text}` }
  return [
    name,
    label({ ...feels, id: `${application.id}-feels` }),
    ...atEnd({ id: `${application.id}-tally`, texts, before, place }),
  ]
}

/** Cards lower than this have two lines, or one. */
const threeLines = 40
const twoLines = 30

function linesFor({ place: { words } }: Source, isNarrow: boolean) {
  const { height } = words
  if (isForWall()) return height < 2 * stepOf(12) ? inOneLine : stacked
  if (!isNarrow && height >= threeLines) return stacked
  return height < twoLines ? inOneLine : inTwoLines
}

function applicationShape(source: Source, isNarrow: boolean): ApplicationShape {
  const { application, place, frame } = source
  return {
    id: application.id,
    card: place.card,
    box: place.icon,
    feels: looksLike(application, frame),
    words: feelingOf(application, frame),
    labels: linesFor(source, isNarrow)(source),
  }
}

export function applicationShapes(frame: Frame, layout: Layout): ApplicationShape[] {
  return layout.applications.flatMap(place => {
    const application = frame.applications.find(({ id }) => id === place.id)
    if (application === undefined) return []
    return [applicationShape({ application, place, frame }, layout.isNarrow)]
  })
}
