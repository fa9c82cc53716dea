/** The part of the picture that shows what becomes of a shared volume: members, repair, damage. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { Label } from '../label.ts'
import type { Layout } from '../layout/layout.ts'
import type { Control } from '../control.ts'
import { copyMarks } from './copyMarks.ts'
import { epochLabels, epochMarks } from './epochLabels.ts'
import { frameMarks, kindLabels } from './frameMarks.ts'
import { growthMarks } from './growthMarks.ts'
import { isolationLabels, isolationMarks } from './isolationMarks.ts'
import type { Mark } from './mark.ts'
import { memberMarks } from './memberMarks.ts'
import { nodeMarks } from './nodeMarks.ts'
import { foldControls, foldLabels, foldMarks } from './readerFolds.ts'
import { repairMarks } from './repairMarks.ts'
import { truncationLabels, truncationMarks } from './truncationMarks.ts'
import { undoLabels, undoMarks } from './undoMarks.ts'
import { volumeDescriptions, type VolumeDescription } from './volumeDescriptions.ts'

export interface VolumeScene {
  marks: Mark[]
  labels: Label[]
  /** For those who do not see the picture. */
  descriptions: VolumeDescription[]
  /** What of it can be pressed. */
  controls: Control[]
}

export function volumeScene(frame: Frame, layout: Layout): VolumeScene {
  const makers = [
    isolationMarks,
    frameMarks,
    truncationMarks,
    memberMarks,
    copyMarks,
    nodeMarks,
    repairMarks,
    growthMarks,
    undoMarks,
    epochMarks,
    foldMarks,
  ]
  const words = [kindLabels, epochLabels, isolationLabels, truncationLabels, undoLabels, foldLabels]
  return {
    marks: makers.flatMap(make => make(frame, layout)),
    labels: words.flatMap(make => make(frame, layout)),
    descriptions: volumeDescriptions(frame),
    controls: foldControls(frame, layout),
  }
}
