/** The outline of a message as the text of a path, from the same strokes as on the canvas. */
import type { Outline } from '../../canvas/messagePath.ts'

/** A pen that writes down what it is told to draw; it knows what the outlines use. */
function writingPen(strokes: string[]) {
  return {
    moveTo: (x: number, y: number) => strokes.push(`M${x} ${y}`),
    lineTo: (x: number, y: number) => strokes.push(`L${x} ${y}`),
    closePath: () => strokes.push('Z'),
    arc: (x: number, y: number, r: number) =>
      strokes.push(`M${x + r} ${y}a${r} ${r} 0 1 0 ${-2 * r} 0a${r} ${r} 0 1 0 ${2 * r} 0z`),
    roundRect: (x: number, y: number, width: number, height: number) =>
      strokes.push(`M${x} ${y}h${width}v${height}h${-width}z`),
  }
}

/** In a square around the middle, moved down by `down`. */
export function shapeText(outline: Outline, down = 0): string {
  const strokes: string[] = []
  outline(writingPen(strokes) as unknown as CanvasRenderingContext2D, 0, down)
  return strokes.join('')
}
