/** With several writers: the changes of pages that this copy holds and whose verdict is open. */
import type { CopyInside } from '../../../engine/contract/inside.ts'
import { formatTime } from '../../../words/formatNumbers.ts'
import { sayCopy } from '../../../words/insideWords.ts'
import type { Box } from '../geometry.ts'
import { boxShape, type InsidePicture, linesHeight, linesIn } from './picture.ts'

const shown = 8

/** Pages that no table has are said as what they are: a commit is one too. */
function nameOfPage(page: number): string {
  return page < 16_000_000 ? `page ${page}` : 'a page of its writer alone'
}

export function tentativeShapes(copy: CopyInside, across: Box): InsidePicture & { end: number } {
  const head = { text: sayCopy(copy), size: 13, tone: 'text' as const, isBold: true }
  const step = linesHeight(1) + 12
  const top = across.y + linesHeight(1, 13) + 6
  const rows = (copy.tentative ?? []).slice(0, shown).map((its, row) => {
    const box = { ...across, y: top + row * (step + 4), height: step }
    const { proposal, page, instance, since } = its
    const asked = `asked by ${instance}, for ${formatTime(copy.at - since)}`
    const text = `Change ${proposal} of ${nameOfPage(page)}, ${asked}`
    return { id: `change ${proposal} ${page}`, box, text, page, proposal }
  })
  return {
    height: 0,
    shapes: rows.map(({ id, box }) => boxShape(id, 'open', box)),
    labels: [
      ...linesIn('tentative', across, [head]),
      ...rows.flatMap(({ id, box, text }) => {
        const inner = { ...box, x: box.x + 10, y: box.y + 6, width: box.width - 20 }
        return linesIn(id, inner, [{ text, tone: 'text' }])
      }),
    ],
    things: rows.map(({ id, box, text, page, proposal }) => ({
      id,
      name: `Change ${proposal}`,
      state: text,
      box,
      opens: page < 16_000_000 ? `page:${page}` : null,
      chooses: `proposal:${proposal}`,
    })),
    end: top + rows.length * (step + 4),
  }
}
