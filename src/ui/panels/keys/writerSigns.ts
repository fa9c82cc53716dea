/** Whose it is: each writer’s record, cells and ways, which differ without colour too. */
import type { Sign } from './sign.ts'
import { shapeText } from './shapeText.ts'
import { outlineOf } from '../../canvas/writerInk.ts'
import { messageNumbers, messageLooks, writerColours } from '../../canvas/messageLook.ts'

/** How the record leans or is cut, and how the cells are hatched. */
const ways = [
  'leaning back; hatched like a backslash',
  'leaning forward; hatched like a slash',
  'pointed; hatched level',
  'a cross; hatched both ways',
]

const strokeGap = 2.5

function strokesAcross(count: number): string {
  const first = -((count - 1) * strokeGap) / 2
  return Array.from({ length: count }, (_, k) => `M${first + k * strokeGap} 5.5v4.5`).join('')
}

function writerSign(index: number): Sign {
  const [look, colour] = [messageLooks[messageNumbers.Propose], writerColours[index]]
  const outline = look && colour && outlineOf({ ...look, colour })
  const ink = `var(--${colour})`
  const strokes = index === 0 ? '1 stroke' : `${index + 1} strokes`
  return {
    words: `writer ${index + 1}: records ${ways[index]}; ${strokes} across its links`,
    className: `hue-${index + 1}`,
    paths: [
      ...(outline ? [{ d: shapeText(outline, -4), fill: ink }] : []),
      { d: `M-11 7.75h22${strokesAcross(index + 1)}`, stroke: ink, strokeWidth: 1.2, fill: 'none' },
    ],
  }
}

export function writerSigns(writers: number): Sign[] {
  return writerColours.slice(0, writers).map((_, index) => writerSign(index))
}
