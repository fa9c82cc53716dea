/** The wings that a page loads after its first picture, in the order in which they are asked. */
import { membershipWing } from './membershipWing.ts'
import { pipelineWing } from './pipelineWing.ts'
import { recoveryWing } from './recoveryWing.ts'
import { undoWing } from './undoWing.ts'
import type { Wing } from './wing.ts'

export const lateWings: readonly Wing[] = [recoveryWing, pipelineWing, membershipWing, undoWing]
