/** A canvas of its own for stragglers that bounce off: there are some only after a recovery. */
import { useEffect, useRef } from 'react'
import type { Micros } from '../../engine/contract/units.ts'
import { bouncesAt } from '../canvas/bounces.ts'
import { movingRows } from '../canvas/movingRows.ts'
import { paintBounces } from '../canvas/paintBounces.ts'
import { readColours } from '../canvas/readColours.ts'
import { sizeCanvas } from '../canvas/sizeCanvas.ts'
import type { Wiring } from '../scene/routes/routeBetween.ts'
import { frameLoop } from './frameLoop.ts'
import type { StageProps } from './stageProps.ts'

export type BounceProps = Pick<StageProps, 'moving' | 'timeSource' | 'view'> & { wiring: Wiring }

function paint(canvas: HTMLCanvasElement, props: BounceProps, now: Micros, isLaid: boolean): void {
  const pen = canvas.getContext('2d')
  if (pen === null) return
  const { wiring, moving, view } = props
  const stage = wiring.layout.size
  if (isLaid) sizeCanvas(canvas, stage)
  pen.clearRect(0, 0, stage.width, stage.height)
  const bounces = bouncesAt(movingRows(moving), { wiring, now, isStill: view.isReducedMotion })
  if (bounces.length > 0) paintBounces(pen, bounces, { colours: readColours(canvas), stage })
}

export function BounceCanvas(props: BounceProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const latest = useRef(props)
  latest.current = props
  useEffect(() => {
    let shown: unknown[] = []
    return frameLoop(() => {
      const { moving, wiring, view, timeSource } = latest.current
      const now = timeSource.timeNow()
      const next = [now, moving, wiring, view]
      if (canvas.current === null || next.every((its, k) => its === shown[k])) return
      const isLaid = wiring !== shown[2]
      shown = next
      paint(canvas.current, latest.current, now, isLaid)
    })
  }, [])
  return <canvas ref={canvas} className="stage-canvas" />
}
