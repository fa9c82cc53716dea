/** The newest records of a page, oldest first: where each stands towards the safe point (VDL). */
import type { PageInside } from '../../../engine/contract/inside.ts'
import { formatCount } from '../../../words/formatNumbers.ts'
import { insideTitles } from '../../../words/insideWords.ts'
import { bottom, type Box } from '../geometry.ts'
import { label, textWidth } from '../label.ts'
import { dropOf, stepOf } from '../letters.ts'
import { boxShape, type InsidePicture, linesHeight, linesIn } from './picture.ts'

const gap = 4

export function recordStrip(page: PageInside, across: Box): InsidePicture & { end: number } {
  const top = across.y + linesHeight(1, 13) + 4
  const widest = Math.max(...page.records.map(({ lsn }) => textWidth(formatCount(lsn), 11)))
  const width = Math.max(44, widest + 10)
  const records = page.records.slice(-Math.max(1, Math.floor(across.width / (width + gap))))
  const height = stepOf(28)
  const cells = records.map((_, place) => {
    return { x: across.x + place * (width + gap), y: top, width, height }
  })
  const title = { text: insideTitles.records, size: 13, tone: 'text' as const, isBold: true }
  return {
    height: 0,
    shapes: records.flatMap(({ lsn, state, isCommit }, place) => {
      const box = cells[place] ?? across
      const line = { x: box.x + 4, y: bottom(box) - 5, width: box.width - 8, height: 2.5 }
      const commit = isCommit ? [boxShape(`record ${lsn} commit`, 'commit', line)] : []
      return [boxShape(`record ${lsn}`, state === 'durable' ? 'held' : 'coming', box), ...commit]
    }),
    labels: [
      ...linesIn('records', across, [title]),
      ...records.map(({ lsn }, place) => {
        const box = cells[place] ?? across
        const y = box.y + box.height / 2 + dropOf(3)
        const x = box.x + box.width / 2
        const text = formatCount(lsn)
        return label({ id: `record ${lsn}`, text, x, y, size: 11, anchor: 'middle', tone: 'text' })
      }),
    ],
    things: records.map(({ lsn, state, transaction, writtenAt }, place) => ({
      id: `record ${lsn}`,
      name: `Record ${formatCount(lsn)}`,
      state: `${state === 'durable' ? 'durable' : 'not yet durable'}, transaction ${transaction}`,
      box: cells[place] ?? across,
      opens: `transaction:${transaction}@${writtenAt}`,
      chooses: `record:${lsn}`,
    })),
    end: top + height,
  }
}
