/** The part of the picture that only a cluster with serverless instances has. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { Label } from '../label.ts'
import type { Layout } from '../layout/layout.ts'
import { type BreathingShape, breathingShapes } from './breathingShapes.ts'
import { capacityDescription } from './capacityDescription.ts'
import { gutterLabels } from './gutterLabels.ts'

export interface ServerlessScene {
  breathing: BreathingShape[]
  labels: Label[]
  /** For those who do not see the picture. */
  descriptions: { id: string; text: string }[]
}

export function serverlessScene(frame: Frame, layout: Layout): ServerlessScene {
  const breathing = breathingShapes(frame, layout)
  const labels = [
    ...breathing.flatMap(({ labels: own, tank, v1 }) => [
      ...own,
      ...(tank?.labels ?? []),
      ...(v1?.fleet.labels ?? []),
    ]),
    ...gutterLabels(frame, layout),
  ]
  const descriptions = breathing.map(({ id }) => ({
    id,
    text: `${id}: ${capacityDescription(frame, id)}`,
  }))
  return { breathing, labels, descriptions }
}
