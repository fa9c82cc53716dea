/** A word in the middle of a veil, or below the one before. */
import { type Label, label } from '../label.ts'
import type { Veil } from './veil.ts'

const lineHeight = 13

type Place = Pick<Veil, 'kind' | 'box'> & { row?: number; lines?: number }

/** `lines` of which all together stand in the middle; one alone sits on it. */
export function veilLabel(id: string, text: string, { kind, box, row = 0, lines }: Place): Label {
  const up = lines === undefined ? 0 : ((lines - 1) * lineHeight) / 2 - 4
  return label({
    id,
    text,
    x: box.x + box.width / 2,
    y: box.y + box.height / 2 - up + row * lineHeight,
    size: 11,
    anchor: 'middle',
    tone: kind === 'suspected' ? 'bad' : kind === 'silent' ? 'wait' : 'text',
    isBold: kind === 'silent' || kind === 'suspected',
  })
}
