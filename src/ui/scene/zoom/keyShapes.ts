/** What the bars of a ladder mean, below it. */
import type { StretchKind } from '../../../engine/contract/inside.ts'
import { keyOfLadder, stretchWords } from '../../../words/insideWords.ts'
import type { Box } from '../geometry.ts'
import { label, textWidth } from '../label.ts'
import { dropOf, stepOf } from '../letters.ts'
import { boxShape, type InsidePicture, type Look } from './picture.ts'

const kinds: [StretchKind | 'deciding', Look][] = [
  ['travel', 'travel'],
  ['disk', 'disk'],
  ['back', 'back'],
  ['work', 'work'],
  ['wait', 'wait'],
  ['deciding', 'deciding'],
]
const sign = { width: 22, height: 12 }

/** As many beside each other as the width has room for. */
export function keyShapes(across: Box): InsidePicture & { end: number } {
  const picture: InsidePicture = { height: 0, shapes: [], labels: [], things: [] }
  const step = stepOf(20)
  let { x, y } = across
  for (const [kind, look] of kinds) {
    const text = kind === 'deciding' ? keyOfLadder : stretchWords[kind]
    const wide = sign.width + 6 + textWidth(text, 11)
    if (x + wide > across.x + across.width && x > across.x) {
      x = across.x
      y += step
    }
    const width = look === 'deciding' ? sign.height : sign.width
    const box = { x, y: y + (step - sign.height) / 2, width, height: sign.height }
    const place = { x: x + width + 6, y: y + step / 2 + dropOf(4) }
    picture.shapes.push(boxShape(`key ${kind}`, look, box))
    picture.labels.push(label({ id: `key ${kind}`, text, size: 11, ...place }))
    x += wide + 18
  }
  return { ...picture, end: y + step }
}
