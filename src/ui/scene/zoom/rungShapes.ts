/** A rung of the ladder: its name, and its stretches of time with how long each took. */
import type { Rung, Stretch, StretchKind } from '../../../engine/contract/inside.ts'
import type { Micros } from '../../../engine/contract/units.ts'
import { formatTime } from '../../../words/formatNumbers.ts'
import { rungState, rungWords } from '../../../words/insideWords.ts'
import { type Box, round } from '../geometry.ts'
import { type Label, label, textWidth } from '../label.ts'
import { dropOf, leastLetter, stepOf } from '../letters.ts'
import {
  boxShape,
  groundOf,
  type InsidePicture,
  linesIn,
  type Look,
  type Shape,
  type Thing,
} from './picture.ts'
import type { TimeScale } from './timeScale.ts'

interface How {
  scale: TimeScale
  at: Micros
  isNarrow: boolean
}

/** As high as the words in it. */
function barHeight(): number {
  return Math.max(12, leastLetter())
}

/** With its name above it where there is no room beside. */
export function rungHeight(isNarrow: boolean): number {
  return isNarrow ? stepOf(16) + barHeight() + 6 : Math.max(stepOf(19), barHeight() + 6)
}

export function rungShapes(rung: Rung, line: Box, how: How): Partial<InsidePicture> {
  const { isNarrow, at } = how
  const above = isNarrow ? stepOf(16) : 0
  const y = line.y + above + (line.height - above - barHeight()) / 2
  const names = nameLabels(rung, line, how)
  return {
    shapes: [
      ...(isNarrow ? names.map(groundOf) : []),
      ...rung.stretches.map((its, place) => stretchShape(rung, its, { ...how, place, y })),
      ...decided(rung, how, y),
    ],
    labels: [...names, ...lengthLabels(rung, how, y)],
    things: [thingOf(rung, line, at)],
  }
}

const looks: Readonly<Record<StretchKind, Look>> = {
  travel: 'travel',
  disk: 'disk',
  back: 'back',
  work: 'work',
  wait: 'wait',
  lost: 'lost',
}

function boxOf({ since, until }: Stretch, { scale, at }: How, y: number): Box {
  const x = scale.x(since)
  const end = scale.x(Math.min(scale.to, until ?? at))
  return { x, y, width: Math.max(2, round(end - x)), height: barHeight() }
}

function stretchShape(
  { id }: Rung,
  stretch: Stretch,
  how: How & { place: number; y: number },
): Shape {
  return boxShape(`${id} ${how.place}`, looks[stretch.what], boxOf(stretch, how, how.y))
}

/** Behind its last stretch: the answer that completes a quorum, or one that says no. */
function decided({ id, stretches, completes, isYes }: Rung, how: How, y: number): Shape[] {
  const last = stretches.at(-1)
  if (last === undefined || last.until === null || (!completes && isYes !== false)) return []
  const { x, width } = boxOf(last, how, y)
  const side = barHeight() + 2
  const box = { x: x + width - side / 2, y: y - 1, width: side, height: side }
  return [boxShape(`${id} decided`, completes ? 'deciding' : 'no', box)]
}

function nameLabels(rung: Rung, line: Box, { scale, isNarrow }: How): Label[] {
  const width = isNarrow ? line.width - 8 : scale.left - line.x - 12
  const step = stepOf(17)
  const y = isNarrow ? line.y : line.y + line.height / 2 - step / 2
  const tone = rung.completes ? 'durable' : rung.isYes === false ? 'bad' : 'text'
  return linesIn(rung.id, { ...line, y, width }, [{ text: rungWords(rung), tone }])
}

/** Inside of a stretch that is long enough for it. */
function lengthLabels({ id, stretches }: Rung, how: How, y: number): Label[] {
  return stretches.flatMap((stretch, place) => {
    const box = boxOf(stretch, how, y)
    const text = formatTime((stretch.until ?? how.at) - stretch.since)
    if (textWidth(text, 10) + 8 > box.width) return []
    const x = box.x + box.width / 2
    const fields = { x, y: y + barHeight() / 2 + dropOf(3.5), size: 10, anchor: 'middle' } as const
    return [label({ id: `${id} length ${place}`, text, tone: 'text', ...fields })]
  })
}

function thingOf(rung: Rung, line: Box, at: Micros): Thing {
  const isCopy = rung.kind === 'write'
  const page = rung.kind === 'propose' ? Number(rung.about.split(' ')[1]) : Number.NaN
  const isTable = page < 16_000_000
  return {
    id: rung.id,
    name: rungWords(rung),
    state: rungState(rung, at),
    box: line,
    opens: isCopy ? `copy:${rung.who}` : isTable ? `page:${page}` : null,
    chooses: isCopy ? rung.who : null,
  }
}
