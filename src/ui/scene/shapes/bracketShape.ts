/**
 * "Safe up to here": a bracket at the height of the PGCL that touches only the columns that carry
 * it, since a bar across all six would say that all six have it. Beside it, when unfolded, the
 * VDL, which is one for the volume and stands only on the end of a mini-transaction.
 */
import type { GroupView, VolumeView } from '../../../engine/contract/frame.ts'
import { right } from '../geometry.ts'
import { type Label, label } from '../label.ts'
import { dropOf, stepOf } from '../letters.ts'
import type { ColumnPlace, Layout } from '../layout/layout.ts'
import { heightOf, type Skyline } from './skyline.ts'

export interface BracketShape {
  /** One stroke for each run of neighbours that carry the PGCL. */
  path: string
  /** From the last column to the word, when that column carries it. */
  leader: string
  flag: string
  /** The tick of the VDL in the lane of the words; empty when folded. */
  vdl: string
  labels: Label[]
}

/** Several writers have a bracket each, in their own lanes. */
export const noBracket: BracketShape = { path: '', leader: '', flag: '', vdl: '', labels: [] }

const overhang = 4
const tick = 7

function hasChips({ chips, isNarrow }: Layout, zone: string): boolean {
  return !isNarrow && chips.some(chip => chip.zone === zone)
}

/** Neighbours join unless other nodes stand between them. */
function joins(layout: Layout, before: ColumnPlace | undefined, column: ColumnPlace): boolean {
  if (before === undefined) return false
  return before.zone === column.zone || !hasChips(layout, before.zone)
}

function runsOf(layout: Layout, carries: number): ColumnPlace[][] {
  const runs: ColumnPlace[][] = []
  let before: ColumnPlace | undefined
  for (const column of layout.columns) {
    const isCarrying = ((carries >> column.bit) & 1) === 1
    if (isCarrying && joins(layout, before, column)) runs.at(-1)?.push(column)
    else if (isCarrying) runs.push([column])
    before = isCarrying ? column : undefined
  }
  return runs
}

function runPath(run: ColumnPlace[], y: number): string {
  const [first, last] = [run[0], run.at(-1)]
  if (first === undefined || last === undefined) return ''
  const start = first.box.x - overhang
  const end = right(last.box) + overhang
  return `M${start} ${y + tick}V${y}H${end}V${y + tick}`
}

/** Words closer than this to each other would overlap. */
const lineHeight = () => stepOf(17)

function wordsOf(layout: Layout, isUnfolded: boolean, group: GroupView, y: number): Label[] {
  if (layout.right === null) return []
  const x = layout.right.x + 18
  const text = isUnfolded ? `PGCL ${group.pgcl}` : 'safe up to here'
  const term = isUnfolded ? 'PGCL' : 'safe up to here'
  const tone = 'durable' as const
  return [label({ id: 'pgcl', text, x, y: y + dropOf(4), size: 13, tone, isBold: true, term })]
}

/** At the height of the PGCL the VDL stands below its word, without a mark of its own. */
function vdlWords({ layout, group, volume }: BracketSource, y: number, taken: number): Label[] {
  if (layout.right === null) return []
  const isSame = group.pgcl === volume.vdl
  const isNear = Math.abs(y - taken) < lineHeight()
  const nearer = y < taken ? taken - lineHeight() : taken + lineHeight()
  const text = `${isSame ? '= ' : ''}VDL ${volume.vdl}`
  const place = { x: layout.right.x + 18, y: (isNear ? nearer : y) + dropOf(4) }
  return [label({ id: 'vdl', text, ...place, tone: 'text', term: 'VDL' })]
}

interface BracketSource {
  layout: Layout
  skyline: Skyline
  group: GroupView
  volume: VolumeView
  isUnfolded: boolean
}

function leaderOf({ layout, group }: BracketSource, y: number): string {
  const last = layout.columns.at(-1)
  if (layout.right === null || last === undefined) return ''
  const isCarrying = ((group.carriesPgcl >> last.bit) & 1) === 1
  if (!isCarrying || hasChips(layout, last.zone)) return ''
  return `M${right(last.box) + overhang} ${y}H${layout.right.x + 4}`
}

export function bracketShape(source: BracketSource): BracketShape {
  const { layout, skyline, group, volume, isUnfolded } = source
  const y = heightOf(skyline, group.pgcl) - 1
  const vdlY = heightOf(skyline, volume.vdl) - 1
  const lane = layout.right
  const hasVdl = isUnfolded && lane !== null
  return {
    path: runsOf(layout, group.carriesPgcl)
      .map(run => runPath(run, y))
      .join(''),
    leader: leaderOf(source, y),
    flag: lane === null ? '' : `M${lane.x + 4} ${y}l9 -5v10z`,
    vdl: hasVdl && vdlY !== y ? `M${lane.x + 3} ${vdlY}l5 -5l5 5l-5 5z` : '',
    labels: [
      ...wordsOf(layout, isUnfolded, group, y),
      ...(hasVdl ? vdlWords(source, vdlY, y) : []),
    ],
  }
}
