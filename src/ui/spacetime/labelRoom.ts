/** Words beside marks: each is placed right of its mark where no other word is, or not at all. */

export interface LabelBox {
  text: string
  x: number
  y: number
  width: number
  height: number
}

export interface LabelRoom {
  boxes: LabelBox[]
  place(text: string, mark: { x: number; y: number }): void
}

/** A generous width of a letter of 11 pixels. */
const letterPixels = 6.4
const height = 12
const beside = 7

export function roomFor(width: number): LabelRoom {
  const boxes: LabelBox[] = []
  return {
    boxes,
    place(text, { x, y }) {
      const box = { text, x: x + beside, y: y - height, width: text.length * letterPixels, height }
      if (box.x + box.width <= width && !boxes.some(other => touches(box, other))) boxes.push(box)
    },
  }
}

export function touches(a: LabelBox, b: LabelBox): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
