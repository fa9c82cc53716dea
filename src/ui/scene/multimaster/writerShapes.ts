/** What is said beside a writer among several: its status, what it did, and who changes tables. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { Box } from '../geometry.ts'
import { fitText, type Label, label, textWidth } from '../label.ts'
import { isForWall, letterOf, stepOf } from '../letters.ts'
import type { InstancePlace, Layout } from '../layout/layout.ts'
import { causeCounts, type CauseSign, causeSign, signWidth } from './causeSigns.ts'
import { fittedText } from './fittingText.ts'
import { type Line, linesOf, newestOf, type Subject } from './writerLines.ts'

export interface WriterShape {
  id: string
  /** The owner of definition changes (DDL) wears a crown. */
  crown: string
  /** The transaction that is named beside it, and where. */
  transaction: { id: number; box: Box } | null
  /** How much of a wait of `REGIONAL_RAW` is over, as far as one can tell. */
  wait: { track: Box; fill: Box } | null
  /** Which share of what it may hold is in its memory; null when that is about all. */
  cache: { track: Box; fill: Box } | null
  signs: CauseSign[]
  labels: Label[]
}

interface Words {
  box: Box
  size: number
  step: number
  first: number
}

/** Above the ways to storage, which leave the lower part of the circle. */
function wordsOf(place: InstancePlace, count: number): Words | null {
  const { words: box, centre } = place
  if (box === null) return null
  const isLow = box.height < 80
  const isLowest = box.height < 68 && box.width >= 70
  const size = box.width < 70 ? 10 : isLowest ? 10.5 : isLow ? 11 : 12
  const step = stepOf(size + (isLowest ? 1.5 : isLow ? 2 : 4))
  const raised = isLow && !isLowest ? 3 : 6
  const first = centre.y - raised - ((count - 1) * step) / 2 + letterOf(size) * 0.35
  return { box, size, step, first }
}

/** The words of each line, and the signs before and behind them. */
function saidBeside(writer: string, words: Words, lines: Line[]) {
  const { box, size, step, first } = words
  const signs: CauseSign[] = []
  const labels: Label[] = []
  lines.forEach(({ id, choices, tone, bar, sign, causes, isBold = false }, index) => {
    const isSigned = sign !== undefined && !isForWall()
    const aside = bar !== undefined ? barWidth(box) + 5 : isSigned ? signWidth : 0
    const text = fittedText(choices, size, box.width - aside, isBold)
    const [x, y] = [box.x + aside, first + index * step]
    const key = `${writer}-${id}`
    labels.push(label({ id: key, text, x, y, size, tone, isBold }))
    if (sign !== undefined) signs.push(causeSign(key, sign, box.x, y))
    if (causes === undefined) return
    const start = x + textWidth(text, size, isBold) + 8
    const row = { id: key, x: start, y, size: size - 1, end: box.x + box.width }
    const counted = causeCounts(causes, row)
    signs.push(...counted.signs)
    labels.push(...counted.labels)
  })
  return { signs, labels }
}

/** What is left beside a time such as `12.3 ms`. */
function barWidth({ width }: Box): number {
  return Math.min(56, Math.max(8, width - 50))
}

function waitOf({ box, first, step }: Words, lines: Line[]): WriterShape['wait'] {
  const row = lines.findIndex(({ bar }) => bar !== undefined)
  const share = lines[row]?.bar
  if (share === undefined) return null
  const track = { x: box.x, y: first + row * step - 7.5, width: barWidth(box), height: 7 }
  return { track, fill: { ...track, width: Math.round(track.width * share * 10) / 10 } }
}

function crownOf({ centre: { x, y }, radius }: InstancePlace): string {
  const top = y - radius * 0.5 - (isForWall() ? 6 : 0)
  return `M${x - 7} ${top + 4}l-1 -8l4.5 3.5l3.5 -5.5l3.5 5.5l4.5 -3.5l-1 8z`
}

/** A page or two that were dropped make no memory cold. */
const warm = 0.9

/** Under the name in its circle; a warm memory needs no word. */
function cacheOf({ instance, place: { centre, radius } }: Subject): WriterShape['cache'] {
  const { cachedPages, bufferPoolPages } = instance
  const missing = bufferPoolPages - cachedPages
  if (missing < 3 || cachedPages >= warm * bufferPoolPages || radius < 18) return null
  const width = Math.round(radius * 0.9)
  const track = { x: centre.x - width / 2, y: centre.y + radius * 0.42, width, height: 4 }
  const share = cachedPages / Math.max(1, bufferPoolPages)
  return { track, fill: { ...track, width: Math.round(width * share * 10) / 10 } }
}

/** On a wall three have room above the ways to storage, two beside three writers and more. */
function mostLines({ words }: InstancePlace): number {
  return isForWall() && words !== null
    ? Math.min(3, Math.floor((words.height - 8) / stepOf(12)))
    : 5
}

/** What it does now says more than what it did; without a transaction its counts stand. */
function fittingLines(lines: Line[], most: number): Line[] {
  const isBusy = lines.some(({ id }) => id === 'transaction')
  const said = most < 3 && isBusy ? lines.filter(({ id }) => id !== 'commits') : lines
  return said.slice(0, most)
}

function writerShape(subject: Subject): WriterShape {
  const { view, writer, place } = subject
  const lines = fittingLines(linesOf(subject), mostLines(place))
  const words = wordsOf(place, lines.length)
  const newest = newestOf(view, writer)
  const row = lines.findIndex(({ id }) => id === 'transaction')
  const box =
    words === null
      ? null
      : {
          x: words.box.x - 2,
          y: words.first + row * words.step - words.size,
          width: words.box.width,
          height: words.step,
        }
  return {
    id: writer.id,
    crown: view.ddl.owner === writer.id ? crownOf(place) : '',
    transaction: newest === undefined || box === null ? null : { id: newest.transaction, box },
    wait: words === null ? null : waitOf(words, lines),
    cache: cacheOf(subject),
    ...(words === null ? { signs: [], labels: [] } : saidBeside(writer.id, words, lines)),
  }
}

/** Of writers without room beside them, on a line of its own under the columns. */
export function crowdedLabels({ multiMaster: view }: Frame, layout: Layout): Label[] {
  if (view === null || layout.key === null) return []
  const without = layout.instances.filter(({ words }) => words === null).map(({ id }) => id)
  const said = view.writers
    .filter(({ id }) => without.includes(id))
    .map(({ id, status, commits, conflicts }) => `${id} ${status} ✓${commits} ✕${conflicts}`)
  if (said.length === 0) return []
  const text = fitText(said.join(' · '), 11, layout.size.width - 28)
  return [
    label({ id: 'writers-crowded', text, x: 14, y: layout.key.y + 42, size: 11, tone: 'text' }),
  ]
}

export function writerShapes(frame: Frame, layout: Layout): WriterShape[] {
  const { multiMaster: view, at: now, instances } = frame
  if (view === null) return []
  return layout.instances.flatMap(place => {
    const writer = view.writers.find(({ id }) => id === place.id)
    const instance = instances.find(({ id }) => id === place.id)
    if (writer === undefined || instance === undefined) return []
    const isStarting = writer.status === 'offline' && instance.status === 'opening'
    return [writerShape({ view, writer, place, instance, now, isStarting })]
  })
}
