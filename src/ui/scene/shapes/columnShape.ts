/**
 * The column of one copy: a solid body up to its SCL, holes left open, what lies above a hole
 * floating, what is on its way dotted, what recovery annulled crossed out, older cells as a base.
 */
import type { GroupView, RecordView, SegmentView } from '../../../engine/contract/frame.ts'
import { type Box, inset } from '../geometry.ts'
import type { ColumnPlace } from '../layout/layout.ts'
import { crossPath, rectanglePath } from './paths.ts'
import { cellGap, cellTop, type Skyline } from './skyline.ts'

type Cell = 'safe' | 'fresh' | 'floating' | 'hole' | 'coming' | 'annulled' | 'absent'

export interface CellText {
  x: number
  y: number
  text: string
  /** Stands on a bright cell. */
  isOnFresh: boolean
}

export interface ColumnShape {
  id: string
  box: Box
  /** The gapless part, base to SCL. */
  body: Box
  base: string
  /** The base lacks older records: outline of the missing part. */
  baseMissing: string
  /** Texts of paths, one for each kind of cell. */
  safe: string
  fresh: string
  floating: string
  hole: string
  coming: string
  annulled: string
  crosses: string
  /** A dot on each commit record the copy holds. */
  commits: string
  lsns: CellText[]
  isDown: boolean
  isCut: boolean
}

interface Copy {
  group: GroupView
  segment: SegmentView
  bit: number
  highestHeld: number
}

function isHeld(record: RecordView, bit: number): boolean {
  return ((record.heldBy >> bit) & 1) === 1
}

function cellOf(record: RecordView, { group, segment, bit, highestHeld }: Copy): Cell {
  const held = isHeld(record, bit)
  if (record.state === 'annulled') return held ? 'annulled' : 'absent'
  if (held && record.lsn > segment.scl) return 'floating'
  if (held) return record.lsn <= group.pgcl ? 'safe' : 'fresh'
  if (record.lsn < highestHeld) return 'hole'
  return segment.isReachable ? 'coming' : 'absent'
}

function highestHeldBy(records: RecordView[], bit: number): number {
  const held = records.filter(record => isHeld(record, bit) && record.state !== 'annulled')
  return held.reduce((highest, { lsn }) => Math.max(highest, lsn), 0)
}

function dotPath({ x, y, width, height }: Box): string {
  const r = Math.min(3, height / 4)
  const left = x + width - 4 * r
  return `M${left - r} ${y + height / 2}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`
}

/** Older records that this copy lacks: those it is behind beyond the cells shown. */
function lacksOlder(skyline: Skyline, { segment, bit }: Copy): boolean {
  const shown = skyline.records.filter(
    record => record.state !== 'annulled' && !isHeld(record, bit),
  )
  return segment.behind > shown.length && skyline.older > 0
}

function baseOf(skyline: Skyline, copy: Copy, box: Box): { base: Box; missing: Box | null } {
  const { baseHeight, bottom } = skyline.grid
  if (skyline.older === 0) return { base: { ...box, y: bottom, height: 0 }, missing: null }
  const whole = { ...box, y: bottom - baseHeight + cellGap, height: baseHeight - cellGap }
  if (!lacksOlder(skyline, copy)) return { base: whole, missing: null }
  const half = whole.height / 2
  const base = { ...whole, y: whole.y + half, height: half }
  return { base, missing: { ...whole, height: half - 1 } }
}

function bodyOf(skyline: Skyline, { segment }: Copy, box: Box, base: Box): Box {
  let top = base.y
  skyline.records.forEach(({ lsn, state }, row) => {
    if (lsn <= segment.scl && state !== 'annulled') top = cellTop(skyline, row)
  })
  return { ...box, y: top, height: base.y + base.height - top }
}

interface Drawn {
  paths: Record<Exclude<Cell, 'absent'>, string>
  crosses: string
  commits: string
  lsns: CellText[]
}

const openCells: readonly Cell[] = ['hole', 'coming']

function drawCell(drawn: Drawn, record: RecordView, cell: Cell, box: Box): void {
  if (cell === 'absent') return
  const shape = openCells.includes(cell) ? inset(box, 0.75) : box
  drawn.paths[cell] += rectanglePath(shape, 3.5)
  if (cell === 'annulled') drawn.crosses += crossPath(inset(box, 3))
  if (record.isCommit && !openCells.includes(cell)) drawn.commits += dotPath(box)
  if (openCells.includes(cell)) return
  const y = box.y + box.height / 2 + 4
  const x = box.x + box.width / 2
  drawn.lsns.push({ x, y, text: String(record.lsn), isOnFresh: cell === 'fresh' })
}

function drawCells(skyline: Skyline, copy: Copy, column: Box): Drawn {
  const paths = { safe: '', fresh: '', floating: '', hole: '', coming: '', annulled: '' }
  const drawn: Drawn = { paths, crosses: '', commits: '', lsns: [] }
  const height = skyline.grid.cellHeight - cellGap
  skyline.records.forEach((record, row) => {
    const cell = cellOf(record, copy)
    const side = cell === 'floating' ? Math.min(8, column.width * 0.1) : 0
    const x = column.x + side
    const box = { x, y: cellTop(skyline, row), width: column.width - 2 * side, height }
    drawCell(drawn, record, cell, box)
  })
  return drawn
}

interface ColumnSource {
  group: GroupView
  skyline: Skyline
  place: ColumnPlace
  isUp: boolean
  isUnfolded: boolean
}

/** An LSN needs this much of a cell to be read. */
const readable = { width: 34, height: 13 }

export function columnShape(source: ColumnSource): ColumnShape {
  const { group, skyline, place, isUp, isUnfolded } = source
  const { bit, box } = place
  const segment = group.segments[bit] as SegmentView
  const copy = { group, segment, bit, highestHeld: highestHeldBy(skyline.records, bit) }
  const { base, missing } = baseOf(skyline, copy, box)
  const { paths, crosses, commits, lsns } = drawCells(skyline, copy, box)
  const isReadable = box.width >= readable.width && skyline.grid.cellHeight >= readable.height
  return {
    id: segment.id,
    box,
    body: bodyOf(skyline, copy, box, base),
    base: base.height > 0 ? rectanglePath(base, 4) : '',
    baseMissing: missing === null ? '' : rectanglePath(inset(missing, 0.75), 3),
    ...paths,
    crosses,
    commits: isUnfolded ? commits : '',
    lsns: isUnfolded && isReadable ? lsns : [],
    isDown: !isUp,
    isCut: isUp && !segment.isReachable,
  }
}
