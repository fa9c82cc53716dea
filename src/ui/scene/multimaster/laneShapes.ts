/**
 * The skyline of one writer in one copy: a cell for each of its newest records of the group. A
 * dotted outline is asked and not decided, solid is accepted, filled with a mark is committed,
 * crossed out is refused, struck is annulled. The body is solid up to the SCL of that lane; the
 * bracket stands at its PGCL and touches only the copies that carry it.
 */
import type { LaneRecordView, WriterLaneView } from '../../../engine/contract/multiMasterView.ts'
import type { Frame } from '../../../engine/contract/frame.ts'
import { type Box, inset, right, round } from '../geometry.ts'
import { hueOf } from '../hueOf.ts'
import type { ColumnPlace, Layout } from '../layout/layout.ts'
import { crossPath, rectanglePath } from '../shapes/paths.ts'
import { laneBoxes } from './laneBoxes.ts'
import { dropOf, leastLetter } from '../letters.ts'

export interface LaneText {
  x: number
  y: number
  text: string
  isOnFull: boolean
}

export interface LaneShape {
  id: string
  hue: number
  isDown: boolean
  ground: Box
  body: Box
  base: string
  /** Texts of paths, one for each state. */
  tentative: string
  accepted: string
  committed: string
  refused: string
  annulled: string
  hole: string
  crosses: string
  strikes: string
  marks: string
  bracket: string
  /** The record under the bracket is still asked about. */
  isBracketOpen: boolean
  lsns: LaneText[]
  foot: LaneText
}

const cellGap = 2
type Lane = WriterLaneView['groups'][number]

/** What no copy has yet is not drawn: a low window need not be full of it. */
function drawable(records: LaneRecordView[]): LaneRecordView[] {
  const last = records.findLastIndex(its => its.heldBy !== 0 || isGone(its))
  return last < 0 ? records : records.slice(0, last + 1)
}

/** The window moves by several records at once, so that cells rest while they fill. */
function shownRecords(all: LaneRecordView[], rows: number): LaneRecordView[] {
  const records = drawable(all)
  const least = Math.max(0, records.length - rows)
  if (least === 0) return records
  const step = Math.min(4, Math.ceil(rows / 2))
  const aligned = records.findIndex(({ lsn }, index) => index >= least && lsn % step === 1)
  return records.slice(aligned < 0 || aligned >= least + step ? least : aligned)
}

interface Drawing {
  layout: Layout
  bit: number
  box: Box
  lane: Lane
  records: LaneRecordView[]
}

function rowBox({ layout: { grid }, box }: Drawing, row: number): Box {
  const top = grid.bottom - grid.baseHeight - (row + 1) * grid.cellHeight + cellGap
  return { x: box.x, y: round(top), width: box.width, height: grid.cellHeight - cellGap }
}

function isHeld({ heldBy }: LaneRecordView, bit: number): boolean {
  return ((heldBy >> bit) & 1) === 1
}

function highestHeld({ records, bit }: Drawing): number {
  return records.reduce((most, its) => (isHeld(its, bit) ? Math.max(most, its.lsn) : most), 0)
}

type Paths = Pick<
  LaneShape,
  | 'tentative'
  | 'accepted'
  | 'committed'
  | 'refused'
  | 'annulled'
  | 'hole'
  | 'crosses'
  | 'strikes'
  | 'marks'
>

function markPath({ x, y, width, height }: Box): string {
  const r = round(Math.min(2.6, width / 5, height / 4))
  const left = round(x + width - 3.6 * r)
  const start = `M${left} ${round(y + height / 2)}`
  return `${start}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`
}

function strikePath({ x, y, width, height }: Box): string {
  return `M${round(x)} ${round(y + height / 2)}h${round(width)}`
}

/** What was refused or annulled is no hole: the writer goes on without it. */
function drawCell(paths: Paths, record: LaneRecordView, box: Box, held: boolean): void {
  const outline = rectanglePath(inset(box, 0.75), 2.5)
  if (record.state === 'refused') {
    paths.refused += outline
    paths.crosses += crossPath(inset(box, 3))
  } else if (record.state === 'annulled') {
    paths.annulled += outline
    paths.strikes += strikePath(box)
  } else if (!held) {
    paths.hole += outline
  } else {
    paths[record.state] += record.state === 'tentative' ? outline : rectanglePath(box, 2.5)
    if (record.state === 'committed') paths.marks += markPath(box)
  }
}

function isGone({ state }: LaneRecordView): boolean {
  return state === 'refused' || state === 'annulled'
}

function drawCells(drawing: Drawing): Paths {
  const paths: Paths = {
    ...{ tentative: '', accepted: '', committed: '', refused: '', annulled: '' },
    ...{ hole: '', crosses: '', strikes: '', marks: '' },
  }
  const highest = highestHeld(drawing)
  drawing.records.forEach((record, row) => {
    const held = isHeld(record, drawing.bit)
    if (held || isGone(record) || record.lsn < highest)
      drawCell(paths, record, rowBox(drawing, row), held)
  })
  return paths
}

/** An LSN needs this much of a cell to be read. */
const readable = { width: 30, height: 13 }

function lsnsOf(drawing: Drawing, isUnfolded: boolean): LaneText[] {
  const { box, layout, bit, records } = drawing
  const isReadable = box.width >= readable.width && layout.grid.cellHeight >= readable.height
  if (!isUnfolded || !isReadable) return []
  return records.flatMap((record, row) => {
    if (!isHeld(record, bit) || isGone(record)) return []
    const at = rowBox(drawing, row)
    const x = round(at.x + at.width / 2)
    const isOnFull = record.state === 'committed'
    return [{ x, y: round(at.y + at.height / 2 + 4), text: String(record.lsn), isOnFull }]
  })
}

/** The upper edge of the newest cell at or below an LSN, of the base when all are newer. */
function heightOf(drawing: Drawing, lsn: number): number {
  const row = drawing.records.findLastIndex(record => record.lsn <= lsn)
  return rowBox(drawing, row).y
}

function bodyOf(drawing: Drawing): Box {
  const { layout, lane, bit, box } = drawing
  const y = heightOf(drawing, lane.scl[bit] ?? 0)
  return { x: box.x, y, width: box.width, height: round(layout.grid.bottom - y) }
}

function bracketOf(drawing: Drawing): string {
  const { lane, bit, box, records } = drawing
  const first = records[0]
  if (first === undefined || lane.pgcl < first.lsn || (lane.scl[bit] ?? 0) < lane.pgcl) return ''
  const y = round(heightOf(drawing, lane.pgcl) - 1)
  return `M${box.x - 1} ${y + 4}V${y}H${round(right(box) + 1)}V${y + 4}`
}

function footOf({ layout: { grid }, box }: Drawing, id: string): LaneText {
  const text = box.width >= Math.max(18, 1.9 * leastLetter()) ? id : id.replace(/^\D+/, '')
  const x = round(box.x + box.width / 2)
  return { x, y: round(grid.bottom - grid.baseHeight / 2 + dropOf(4)), text, isOnFull: false }
}

function baseOf({ layout: { grid }, box, records }: Drawing): string {
  if ((records[0]?.lsn ?? 0) <= 1) return ''
  const height = grid.baseHeight - cellGap
  return rectanglePath({ ...box, y: grid.bottom - height, height }, 3)
}

interface LaneSource {
  frame: Frame
  layout: Layout
  place: ColumnPlace
  isUnfolded: boolean
}

const none: Lane = { id: '', scl: [], pgcl: 0, records: [] }

function laneShape(source: LaneSource, writer: WriterLaneView, box: Box): LaneShape {
  const { frame, layout, place, isUnfolded } = source
  const lane = writer.groups.find(({ id }) => id === layout.group) ?? none
  const records = shownRecords(lane.records, layout.grid.rows)
  const drawing = { layout, bit: place.bit, box, lane, records }
  return {
    id: `${place.segment} ${writer.id}`,
    hue: hueOf(frame, writer.id),
    isDown: frame.nodes.some(({ id, isUp }) => id === place.node && !isUp),
    ground: box,
    body: bodyOf(drawing),
    base: baseOf(drawing),
    ...drawCells(drawing),
    bracket: bracketOf(drawing),
    isBracketOpen: records.some(its => its.lsn === lane.pgcl && its.state === 'tentative'),
    lsns: lsnsOf(drawing, isUnfolded),
    foot: footOf(drawing, writer.id),
  }
}

export function laneShapes(frame: Frame, layout: Layout, isUnfolded: boolean): LaneShape[] {
  const writers = frame.multiMaster?.writers ?? []
  return layout.columns.flatMap(place => {
    const boxes = laneBoxes(place, layout)
    return writers.flatMap((writer, index) => {
      const box = boxes[index]
      return box === undefined ? [] : [laneShape({ frame, layout, place, isUnfolded }, writer, box)]
    })
  })
}
