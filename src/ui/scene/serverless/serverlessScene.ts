/** The part of the picture that only a cluster with serverless instances has. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { Label } from '../label.ts'
import type { Layout } from '../layout/layout.ts'
import { type BreathingShape, breathingShapes } from './breathingShapes.ts'
import { gutterLabels } from './gutterLabels.ts'

export interface ServerlessScene {
  breathing: BreathingShape[]
  labels: Label[]
}

export function serverlessScene(frame: Frame, layout: Layout): ServerlessScene {
  const breathing = breathingShapes(frame, layout)
  const labels = [
    ...breathing.flatMap(shape => [...shape.labels, ...(shape.tank?.labels ?? [])]),
    ...gutterLabels(frame, layout),
  ]
  return { breathing, labels }
}
