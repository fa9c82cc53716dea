/**
 * The newest records of the group's chain as this copy has them: on disk, missing, or not yet here;
 * with the LSN up to which it has all (SCL), and down to which a read may ask (PGMRPL).
 */
import type { CopyInside, HeldRecord } from '../../../engine/contract/inside.ts'
import { formatCount } from '../../../words/formatNumbers.ts'
import { copyTitles, countOf, recordState } from '../../../words/insideWords.ts'
import { bottom, type Box, right, round } from '../geometry.ts'
import { type Label, label, textWidth } from '../label.ts'
import { dropOf, stepOf } from '../letters.ts'
import {
  boxShape,
  type InsidePicture,
  linesHeight,
  linesIn,
  type Look,
  pathShape,
  type Shape,
} from './picture.ts'

const gap = 3
const olderWidth = 26

/** As many cells as have room for an LSN, and for a finger. */
function shownOf({ chain }: CopyInside, width: number): HeldRecord[] {
  const widest = Math.max(0, ...chain.map(({ lsn }) => textWidth(formatCount(lsn), 11)))
  const least = Math.max(44, widest + 8)
  const room = Math.max(1, Math.floor((width - olderWidth) / (least + gap)))
  return chain.slice(-room)
}

export function logShapes(copy: CopyInside, across: Box): InsidePicture & { end: number } {
  const records = shownOf(copy, across.width)
  const top = across.y + linesHeight(1, 13) + 4
  const height = stepOf(19) * 2 + 6
  const left = across.x + olderWidth
  const width = Math.min(96, (right(across) - left) / Math.max(1, records.length) - gap)
  const cells = records.map((_, place) => ({
    x: left + place * (width + gap),
    y: top,
    width,
    height,
  }))
  const marks = marksOf(copy, records, cells)
  return {
    height: 0,
    shapes: [
      ...olderShapes(across, top, height),
      ...cellShapes(copy, records, cells),
      ...marks.shapes,
    ],
    labels: [...titleLabels(copy, records, across), ...cellLabels(records, cells), ...marks.labels],
    things: records.map((record, place) => ({
      id: `record ${record.lsn}`,
      name: `Record ${formatCount(record.lsn)}`,
      state: recordState(record),
      box: cells[place] ?? across,
      opens: `transaction:${record.transaction}@${record.writtenAt}`,
      chooses: `record:${record.lsn}`,
    })),
    end: top + height + 6 + marks.height,
  }
}

function titleLabels(copy: CopyInside, records: HeldRecord[], across: Box): Label[] {
  const older = copy.olderCount + copy.chain.length - records.length
  const text = `${copyTitles.log}; ${countOf(older, 'record')} older`
  const short = `Newest records here; ${formatCount(older)} older`
  const fits = textWidth(text, 13, true) <= across.width
  const line = { text: fits ? text : short, size: 13, tone: 'text' as const, isBold: true }
  return linesIn('log', across, [line])
}

/** What is older stands behind, as a stack. */
function olderShapes(across: Box, y: number, height: number): Shape[] {
  return [0, 7, 14].map(x =>
    boxShape(`older ${x}`, 'older', { x: across.x + x, y: y + 3, width: 5, height: height - 6 }),
  )
}

function lookOf({ isHeld, lsn, state }: HeldRecord, { highestHeld }: CopyInside): Look {
  if (state === 'annulled') return 'annulled'
  if (isHeld) return 'held'
  return lsn < highestHeld ? 'missing' : 'coming'
}

function cellShapes(copy: CopyInside, records: HeldRecord[], cells: Box[]): Shape[] {
  return records.flatMap((record, place) => {
    const box = cells[place]
    if (box === undefined) return []
    const id = `record ${record.lsn}`
    const line = { x: box.x + 4, y: bottom(box) - 5, width: box.width - 8, height: 2.5 }
    const commit = record.isCommit ? [boxShape(`${id} commit`, 'commit', line)] : []
    return [boxShape(id, lookOf(record, copy), box), ...commit]
  })
}

/** Its LSN, and below that its page. */
function cellLabels(records: HeldRecord[], cells: Box[]): Label[] {
  return records.flatMap((record, place) => {
    const box = cells[place]
    if (box === undefined) return []
    const { lsn, page } = record
    const x = box.x + box.width / 2
    const step = stepOf(19)
    const fields = { x, anchor: 'middle', tone: 'text' } as const
    const words = `page ${page}`
    const text = textWidth(words, 11) <= box.width - 4 ? words : `p${page}`
    const first = box.y + step / 2 + dropOf(4)
    return [
      label({ id: `record ${lsn} lsn`, text: formatCount(lsn), y: first, size: 11, ...fields }),
      label({ id: `record ${lsn} page`, text, y: first + step - 3, size: 11, ...fields }),
    ]
  })
}

/** A bracket under all that it has without a gap, and what may be read. */
function marksOf(copy: CopyInside, records: HeldRecord[], cells: Box[]) {
  const last = records.findLastIndex(({ lsn }) => lsn <= copy.scl)
  const [first, end] = [cells[0], cells[last]]
  const height = stepOf(18)
  if (first === undefined) return { shapes: [], labels: [], height: 0 }
  const y = bottom(first) + 5
  const reach = end === undefined ? first.x - 4 : right(end)
  const path = `M${round(first.x - 22)} ${y}v5H${round(reach)}v-5`
  const words = `SCL ${formatCount(copy.scl)}: it has all up to here`
  const text = textWidth(words, 12) <= reach - first.x + 22 ? words : `SCL ${formatCount(copy.scl)}`
  const x = Math.max(reach, first.x - 22 + textWidth(text, 12))
  return {
    shapes: [pathShape('scl', 'bracket', path)],
    labels: [
      label({
        id: 'scl',
        text,
        x,
        y: y + 6 + height / 2 + dropOf(3),
        anchor: 'end',
        tone: 'durable',
        size: 12,
      }),
    ],
    height: height + 8,
  }
}
