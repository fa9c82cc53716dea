/**
 * What the stage asks of the page around it: a frame and the moving part to draw, a source of
 * model time, how one looks, and whom to tell when something is pointed at, chosen or broken.
 */
import type { ReactNode } from 'react'
import type { FaultKind } from '../../engine/contract/faults.ts'
import type { Frame } from '../../engine/contract/frame.ts'
import type { TargetId } from '../../engine/contract/ids.ts'
import type { Micros } from '../../engine/contract/units.ts'
import type { Layout } from '../scene/layout/layout.ts'
import type { MenuWish } from '../scene/menuWish.ts'
import type { Scene } from '../scene/scene.ts'
import type { StageView } from '../scene/stageView.ts'

/** Model time of this very moment, interpolated between frames by whoever knows the speed. */
export interface TimeSource {
  timeNow(): Micros
}

/** A fault to inject, or to heal when `isInForce`. */
export interface FaultToggle {
  fault: FaultKind
  target: TargetId
  isInForce: boolean
}

export interface StageProps {
  frame: Frame
  /** The messages in flight, laid out as `MovingLayout` says; an emptied buffer draws nothing. */
  moving: ArrayBuffer
  timeSource: TimeSource
  view: StageView
  /** View-only, for a lecture: nothing breaks by a click, selecting still works. */
  isLocked: boolean
  /** Time stands, so that a message can be pressed. */
  isPaused?: boolean
  /** An id of the cluster (node, segment, instance, group, application, link) or null. */
  onSelect: (subject: TargetId | null) => void
  onToggleFault: (toggle: FaultToggle) => void
  onMenu?: (wish: MenuWish) => void
  onHover?: (subject: TargetId | null) => void
  /** Changes words and shapes of what was drawn. */
  retouch?: (scene: Scene) => Scene
  /** Drawn over the picture; nothing of it can be pressed. */
  veil?: (layout: Layout) => ReactNode
  /** The instant just painted on the canvas. */
  onPainted?: (at: Micros) => void
}
