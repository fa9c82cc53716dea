/**
 * The background work of storage nodes as a wing, with the faults of their disks, what ends by
 * itself, and the laws of collection and of damaged pages.
 */
import { pipelineMechanism } from '../aurora/pipeline/pipelineMechanism.ts'
import { pipelineEventKind } from '../aurora/pipeline/pipelineEventKind.ts'
import { collectedIsBackedUp } from '../checkers/collectedIsBackedUp.ts'
import type { Law } from '../checkers/law.ts'
import { noDamageIsServed } from '../checkers/noDamageIsServed.ts'
import { enginePatchDue } from '../faults/enginePatch.ts'
import { endFaults } from '../faults/endFaults.ts'
import { patchDue } from '../faults/rollingPatch.ts'
import type { Wing } from './wing.ts'

export const pipelineWing: Wing = {
  id: 'pipeline',
  mechanism: {
    ...pipelineMechanism,
    timers: {
      ...pipelineMechanism.timers,
      [pipelineEventKind.faultEnds]: endFaults,
      [pipelineEventKind.patchDue]: patchDue,
      [pipelineEventKind.enginePatchDue]: enginePatchDue,
    },
  },
  laws: [collectedIsBackedUp, noDamageIsServed] as Law<unknown>[],
}
