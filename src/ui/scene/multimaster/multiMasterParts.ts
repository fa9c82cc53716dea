/** What is drawn of Multi-Master, without what can be pressed. */
import type { Label } from '../label.ts'
import type { CauseSign } from './causeSigns.ts'
import type { StampShape } from './checkShapes.ts'
import type { TallyShape } from './groupTallies.ts'
import type { LagShape } from './lagShapes.ts'
import type { LaneShape } from './laneShapes.ts'
import type { PageShape } from './pageShapes.ts'
import type { WriterShape } from './writerShapes.ts'

export interface MultiMasterParts {
  lanes: LaneShape[]
  stamps: StampShape[]
  writers: WriterShape[]
  lags: LagShape[]
  pages: PageShape[]
  tallies: TallyShape[]
  /** Why writers rolled back. */
  signs: CauseSign[]
  labels: Label[]
}
