/** The canvas over the stage: what only moves, painted at the model time of each screen picture. */
import { useEffect, useRef } from 'react'
import type { Micros } from '../../engine/contract/units.ts'
import { type MovingRows, movingRows } from '../canvas/movingRows.ts'
import { hasWriterInk, paintMessages } from '../canvas/paintMessages.ts'
import { createPlaced, type Placed, placeMessages } from '../canvas/placeMessages.ts'
import { type Colours, readColours } from '../canvas/readColours.ts'
import { createRouteTable, type RouteTable } from '../canvas/routeTable.ts'
import { sizeCanvas } from '../canvas/sizeCanvas.ts'
import type { Wiring } from '../scene/routes/routeBetween.ts'
import { frameLoop } from './frameLoop.ts'
import type { TimeSource } from './stageProps.ts'

interface StageCanvasProps {
  moving: ArrayBuffer
  wiring: Wiring
  theme: string
  timeSource: TimeSource
  onPainted: ((at: Micros) => void) | undefined
}

/** What the painter keeps between two pictures. */
interface Painting {
  rows: MovingRows
  table: RouteTable
  placed: Placed
  colours: Colours | null
  theme: string
  /** What was painted last; the same again is not painted. */
  shown: Shown
}

interface Shown {
  at: Micros
  rows: MovingRows | null
  table: RouteTable | null
  theme: string
  hasInk: boolean
}

function startPainting({ moving, wiring, theme }: StageCanvasProps): Painting {
  return {
    rows: movingRows(moving),
    table: createRouteTable(wiring),
    placed: createPlaced(),
    colours: null,
    theme,
    shown: { at: Number.NaN, rows: null, table: null, theme: '', hasInk: false },
  }
}

function isShown({ shown, rows, table, theme }: Painting, at: Micros): boolean {
  const isSame = shown.rows === rows && shown.table === table && shown.theme === theme
  return isSame && shown.at === at && shown.hasInk === hasWriterInk()
}

function paint(canvas: HTMLCanvasElement, painting: Painting, at: Micros): void {
  const pen = canvas.getContext('2d')
  if (pen === null) return
  if (painting.colours === null || painting.shown.theme !== painting.theme)
    painting.colours = readColours(canvas)
  const { rows, table, theme, shown } = painting
  const { size } = table.wiring.layout
  // Asking how far it is magnified costs a look at all styles: only when something was laid out.
  if (shown.table !== table || shown.theme !== theme) sizeCanvas(canvas, size)
  pen.clearRect(0, 0, size.width, size.height)
  placeMessages(painting.placed, rows, table, at)
  paintMessages(pen, painting.placed, painting.colours)
  painting.shown = { at, rows, table, theme, hasInk: hasWriterInk() }
}

export function StageCanvas(props: StageCanvasProps) {
  const { moving, wiring, theme, timeSource, onPainted } = props
  const canvas = useRef<HTMLCanvasElement>(null)
  const painting = useRef<Painting | null>(null)
  painting.current ??= startPainting(props)
  const now = painting.current
  now.theme = theme
  if (now.rows.numbers.buffer !== moving) now.rows = movingRows(moving)
  if (now.table.wiring !== wiring) now.table = createRouteTable(wiring)
  useEffect(
    () =>
      frameLoop(() => {
        const at = timeSource.timeNow()
        if (canvas.current === null || painting.current === null) return
        if (isShown(painting.current, at)) return
        paint(canvas.current, painting.current, at)
        onPainted?.(at)
      }),
    [timeSource, onPainted],
  )
  return <canvas ref={canvas} className="stage-canvas" />
}
