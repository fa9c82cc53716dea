/** How one looks at the stage: what is unfolded, chosen and preferred; never what happens. */
import type { TargetId } from '../../engine/contract/ids.ts'

export interface StageView {
  /** Shows PGCL, VDL, LSNs, spare nodes; folded shows one mark, "safe up to here". */
  isUnfolded: boolean
  /** A group or one of its segments makes that group the large one. */
  selection: TargetId | null
  /** Ringed, because a panel points at it. */
  lit?: readonly TargetId[]
  /** Changes whenever the colours change, so that the canvas reads them again. */
  theme: string
  isReducedMotion: boolean
}

/** The stage in CSS pixels. */
export interface StageSize {
  width: number
  height: number
}
