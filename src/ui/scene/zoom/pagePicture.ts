/**
 * One page from the inside: its newest records, its version on each of the six copies, in the
 * memory of each instance, and the changes of it that copies are asked about. Pure: answer × place
 * → shapes.
 */
import type { PageAtInstance, PageInside } from '../../../engine/contract/inside.ts'
import { insideTitles, pageAtInstanceLines } from '../../../words/insideWords.ts'
import { namePlace } from '../../../words/namePlace.ts'
import type { Box } from '../geometry.ts'
import { stepOf } from '../letters.ts'
import { changeShapes } from './changeShapes.ts'
import { copyCardHeight, copyCardShapes } from './copyCard.ts'
import {
  add,
  below,
  boxShape,
  columns,
  emptyPicture,
  type InsidePicture,
  linesHeight,
  linesIn,
  pad,
  type Place,
} from './picture.ts'
import { recordStrip } from './recordStrip.ts'
import { type PageRow, rowShapes } from './rowShapes.ts'

/** `hueOf`: the colour of an instance; `rows`: of a table made by typed SQL, as far as known. */
export function pagePicture(
  page: PageInside,
  place: Place,
  { hueOf, rows }: { hueOf: (instance: string) => number; rows: PageRow[] },
): InsidePicture {
  const picture = emptyPicture()
  const across = { x: pad, y: pad / 2, width: place.width - 2 * pad, height: 0 }
  let y = across.y
  if (page.records.length > 0) {
    const strip = recordStrip(page, { ...across, y })
    add(picture, strip)
    y = strip.end + pad
  }
  y = addCopies(picture, page, { ...across, y }) + pad
  y = addInstances(picture, page, { ...across, y }, hueOf) + pad
  if (page.proposals.length > 0) {
    const changes = changeShapes(page, { ...across, y }, hueOf)
    add(picture, changes)
    y = changes.end + pad
  }
  if (rows.length > 0) {
    const table = rowShapes(rows, { ...across, y })
    add(picture, table)
    y = table.end
  }
  below(picture, { ...across, y, height: 0 })
  return picture
}

function titled(picture: InsidePicture, text: string, across: Box): number {
  const line = { text, size: 13, tone: 'text' as const, isBold: true }
  add(picture, { labels: linesIn(text, across, [line]) })
  return across.y + linesHeight(1, 13) + 4
}

/** So many beside each other as have room for their words. */
function fitting(width: number, count: number, letters: number): number {
  const room = Math.max(1, Math.floor(width / (stepOf(17) * letters)))
  const rows = Math.ceil(count / room)
  return Math.ceil(count / rows)
}

function addCopies(picture: InsidePicture, page: PageInside, across: Box): number {
  const top = titled(picture, insideTitles.copies, across)
  const each = fitting(across.width, page.copies.length, 9)
  const height = copyCardHeight(page)
  page.copies.forEach((copy, place) => {
    const row = Math.floor(place / each)
    const line = { ...across, y: top + row * (height + 10), height }
    const box = columns(line, each)[place % each]
    if (box !== undefined) add(picture, copyCardShapes(copy, page, box))
  })
  return top + Math.ceil(page.copies.length / each) * (height + 10) - 10
}

function addInstances(
  picture: InsidePicture,
  page: PageInside,
  across: Box,
  hueOf: (instance: string) => number,
): number {
  const top = titled(picture, insideTitles.memory, across)
  const each = Math.min(6, fitting(across.width, page.instances.length, 10))
  const height = linesHeight(3) + 18
  page.instances.forEach((its, place) => {
    const row = Math.floor(place / each)
    const line = { ...across, y: top + row * (height + 10), height }
    const box = columns(line, Math.max(each, across.width > 700 ? 4 : each))[place % each]
    if (box !== undefined)
      add(picture, instanceShapes(its, page, { box, hue: hueOf(its.instance) }))
  })
  return top + Math.ceil(page.instances.length / each) * (height + 10) - 10
}

function instanceShapes(
  its: PageAtInstance,
  page: PageInside,
  { box, hue }: { box: Box; hue: number },
): Partial<InsidePicture> {
  const { instance, role, isCached, isDirty, staleSince } = its
  const id = `memory ${instance}`
  const lines = pageAtInstanceLines(its, page)
  const edge = { ...box, x: box.x + 6, y: box.y + 8, width: 5, height: box.height - 16 }
  const inner = { ...box, x: box.x + 20, y: box.y + 8, width: box.width - 28 }
  const tone = isDirty || staleSince !== null ? 'wait' : 'muted'
  const name = `${role === 'writer' ? 'Writer' : 'Reader'} ${namePlace(instance)}`
  return {
    shapes: [
      boxShape(id, isCached ? 'card' : 'off', box),
      ...(isCached ? [boxShape(`${id} edge`, 'held', edge, hue)] : []),
    ],
    labels: linesIn(id, inner, [
      { text: name, tone: 'text', isBold: true },
      ...lines.map((text, row) => ({
        text,
        tone: row === 1 ? (tone as 'wait' | 'muted') : ('text' as const),
      })),
    ]),
    things: [{ id, name, state: lines.join(', '), box, opens: null, chooses: instance }],
  }
}
