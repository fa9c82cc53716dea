/**
 * The picture of what stands inside one thing of the stage, as plain shapes: boxes and paths by
 * their look, words, and things that have a name, a state and perhaps an inside of their own.
 */
import type { InsideSubject } from '../../../engine/contract/inside.ts'
import type { TargetId } from '../../../engine/contract/ids.ts'
import { type Box, bottom } from '../geometry.ts'
import { fitText, type Label, label, labelBox, textWidth, type Tone } from '../label.ts'
import { dropOf, isForWall, letterOf, stepOf } from '../letters.ts'

export type Look =
  | ('warm' | 'cool' | 'card' | 'busy' | 'number' | 'track' | 'fill' | 'waiting')
  | ('held' | 'coming' | 'missing' | 'annulled' | 'older' | 'commit' | 'bracket')
  | ('way' | 'axis' | 'moment' | 'safe' | 'travel' | 'disk' | 'back' | 'work' | 'wait')
  | ('lost' | 'deciding' | 'off' | 'yes' | 'no' | 'open' | 'ground')

/** With an open end a stretch of time goes on. */
export interface Shape {
  id: string
  look: Look
  box: Box | null
  path: string | null
  /** Colour of a writer, 1 to 4. */
  hue: number
}

/** Something that is drawn: said by a screen reader, pressed if it opens something. */
export interface Thing {
  id: string
  name: string
  state: string
  box: Box
  /** Goes further in. */
  opens: InsideSubject | null
  /** Is chosen, so that the inspector says why. */
  chooses: TargetId | null
}

export interface InsidePicture {
  height: number
  shapes: Shape[]
  labels: Label[]
  things: Thing[]
}

export interface Place {
  width: number
  /** What the stage has; a picture may be higher and is then scrolled. */
  height: number
}

export const pad = 16

export function emptyPicture(): InsidePicture {
  return { height: 0, shapes: [], labels: [], things: [] }
}

export function isNarrow({ width }: Place): boolean {
  return width < 720 || (isForWall() && width < 52 * letterOf(0))
}

export function boxShape(id: string, look: Look, box: Box, hue = 1): Shape {
  return { id, look, box, path: null, hue }
}

export function pathShape(id: string, look: Look, path: string, hue = 1): Shape {
  return { id, look, box: null, path, hue }
}

export interface Line {
  text: string
  tone?: Tone
  size?: number
  isBold?: boolean
}

/** What so many lines of words take. */
export function linesHeight(count: number, size = 12): number {
  return Math.ceil(count * stepOf(size + 5))
}

/** A line broken where its words end; the last one is as long as it is. */
export function wrapped(line: Line, width: number, most = 2): Line[] {
  const lines: string[] = []
  let text = ''
  for (const word of line.text.split(' ')) {
    const longer = text === '' ? word : `${text} ${word}`
    const isFull = textWidth(longer, line.size ?? 12) > width && text !== ''
    if (isFull && lines.length < most - 1) {
      lines.push(text)
      text = word
    } else text = longer
  }
  return [...lines, text].map(said => ({ ...line, text: said }))
}

/** Lines of words from the top of a box down, each as much of it as fits the width. */
export function linesIn(id: string, box: Box, lines: Line[]): Label[] {
  let y = box.y
  return lines.map(({ text, tone = 'muted', size = 12, isBold = false }, row) => {
    const step = stepOf(size + 5)
    const place = { x: box.x, y: y + step / 2 + dropOf(size * 0.35) }
    y += step
    const fitted = fitText(text, isBold ? size * 1.08 : size, box.width)
    return label({ id: `${id} ${row}`, text: fitted, size, tone, isBold, ...place })
  })
}

/** Behind words, so that no line strikes them. */
export function groundOf(own: Label): Shape {
  return boxShape(`${own.id} ground`, 'ground', labelBox(own))
}

/** One below the other. */
export function below(picture: InsidePicture, box: Box): void {
  picture.height = Math.max(picture.height, bottom(box) + pad)
}

export function add(picture: InsidePicture, more: Partial<InsidePicture>): void {
  picture.shapes.push(...(more.shapes ?? []))
  picture.labels.push(...(more.labels ?? []))
  picture.things.push(...(more.things ?? []))
}

/** The columns of a row of cards, all as wide. */
export function columns(box: Box, count: number, gap = 10): Box[] {
  const width = (box.width - gap * (count - 1)) / count
  return Array.from({ length: count }, (_, place) => ({
    ...box,
    x: box.x + place * (width + gap),
    width,
  }))
}

/** A bar of which a share is full. */
export function shareBar(id: string, box: Box, share: number, look: Look = 'fill'): Shape[] {
  const full = { ...box, width: Math.max(0, Math.min(1, share)) * box.width }
  return [boxShape(`${id} track`, 'track', box), boxShape(`${id} fill`, look, full)]
}
