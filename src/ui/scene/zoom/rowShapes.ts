/** Rows of a page that typed SQL has made: the newest version of each, and who has locked it. */
import { insideTitles } from '../../../words/insideWords.ts'
import type { Box } from '../geometry.ts'
import { boxShape, type InsidePicture, linesHeight, linesIn } from './picture.ts'

export interface PageRow {
  key: string
  text: string
}

const shown = 8

export function rowShapes(rows: PageRow[], across: Box): InsidePicture & { end: number } {
  const top = across.y + linesHeight(1, 13) + 4
  const height = linesHeight(1) + 6
  const kept = rows.slice(0, shown)
  const boxes = kept.map((_, row) => ({ ...across, y: top + row * (height + 3), height }))
  const more = rows.length > shown ? `, the first ${shown} of ${rows.length}` : ''
  const title = `${insideTitles.rows}${more}`
  return {
    height: 0,
    shapes: kept.map(({ key }, row) => boxShape(`row ${key}`, 'card', boxes[row] ?? across)),
    labels: [
      ...linesIn('rows', across, [{ text: title, size: 13, tone: 'text', isBold: true }]),
      ...kept.flatMap(({ key, text }, row) => {
        const box = boxes[row] ?? across
        const inner = { ...box, x: box.x + 8, y: box.y + 3, width: box.width - 16 }
        return linesIn(`row ${key}`, inner, [{ text, tone: 'text' }])
      }),
    ],
    things: kept.map(({ key, text }, row) => ({
      id: `row ${key}`,
      name: `Row ${key}`,
      state: text,
      box: boxes[row] ?? across,
      opens: null,
      chooses: null,
    })),
    end: top + kept.length * (height + 3),
  }
}
