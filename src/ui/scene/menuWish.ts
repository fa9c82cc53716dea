/** A thing of the stage whose menu is wished, beside a point of the page. */
import type { TargetId } from '../../engine/contract/ids.ts'

export interface MenuWish {
  /** The id of its control, where the focus goes back to. */
  control: string
  subject: TargetId
  name: string
  description: string
  at: { x: number; y: number }
}
