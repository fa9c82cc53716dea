/**
 * How far behind each writer is of each other: a gauge and a number for each direction, under the
 * link between the two. Where there is no room for both, the larger number alone.
 */
import type { LagView } from '../../../engine/contract/multiMasterView.ts'
import type { Frame } from '../../../engine/contract/frame.ts'
import { formatTime } from '../../../words/formatNumbers.ts'
import type { Box } from '../geometry.ts'
import { type Label, label, textWidth, type Tone } from '../label.ts'
import { letterOf } from '../letters.ts'
import { hasLagWords } from '../layout/mechanismBands.ts'
import type { Layout } from '../layout/layout.ts'
import { inOrder, peerAside, type PeerSpan, peerSpan } from '../routes/peerRoute.ts'

export interface GaugeShape {
  id: string
  track: Box
  fill: Box
  isLate: boolean
}

export interface LagShape {
  id: string
  gauges: GaugeShape[]
  labels: Label[]
}

const size = 10.5
const gaugeWidth = 26
/** A full gauge. */
const mostMicros = 100_000

function toneOf({ isCut, lagMicros }: LagView): Tone {
  if (isCut) return 'bad'
  return lagMicros >= mostMicros ? 'wait' : 'muted'
}

function wordsOf({ isCut, lagMicros }: LagView): string {
  return isCut ? `cut, ${formatTime(lagMicros)}` : formatTime(Math.round(lagMicros / 100) * 100)
}

/** The widest stretch under the link that no other way crosses. */
function roomOf(layout: Layout, { left, right }: PeerSpan): { middle: number; width: number } {
  const order = inOrder(layout)
  const between = order.slice(order.indexOf(left), order.indexOf(right) + 1)
  let best = { middle: 0, width: 0 }
  between.slice(1).forEach((place, index) => {
    const from = (between[index]?.centre.x ?? 0) + peerAside
    const to = place.centre.x - peerAside
    if (to - from > best.width) best = { middle: (from + to) / 2, width: to - from }
  })
  return best
}

function gauge(id: string, lag: LagView, x: number, y: number): GaugeShape {
  const track = { x, y: y - 7, width: gaugeWidth, height: 6 }
  const share = Math.min(1, lag.lagMicros / mostMicros)
  const fill = { ...track, width: Math.round(gaugeWidth * share * 10) / 10 }
  return { id, track, fill, isLate: share >= 1 || lag.isCut }
}

interface Pair {
  id: string
  there: LagView
  back: LagView
  middle: number
  y: number
}

/** `→` to the right, `←` to the left: that is how changes travel. */
function bothWays({ id, there, back, middle, y }: Pair, hasGauges: boolean): LagShape {
  const [one, other] = [`→ ${wordsOf(there)}`, `← ${wordsOf(back)}`]
  const [oneWidth, otherWidth] = [textWidth(one, size), textWidth(other, size)]
  const place = { y, size }
  return {
    id,
    gauges: hasGauges
      ? [
          gauge(`${id}>`, there, middle - 7 - oneWidth - 5 - gaugeWidth, y),
          gauge(`${id}<`, back, middle + 7 + otherWidth + 5, y),
        ]
      : [],
    labels: [
      label({
        id: `${id}>`,
        text: one,
        ...place,
        x: middle - 7,
        anchor: 'end',
        tone: toneOf(there),
      }),
      label({ id: `${id}<`, text: other, ...place, x: middle + 7, tone: toneOf(back) }),
    ],
  }
}

function neededWidth({ there, back }: Pair): number {
  const longest = Math.max(...[there, back].map(lag => textWidth(`→ ${wordsOf(lag)}`, size)))
  return 2 * (longest + 7)
}

function alone({ id, there, back, middle, y }: Pair, room: number): LagShape {
  const worst = there.lagMicros >= back.lagMicros ? there : back
  const text = [wordsOf(worst), worst.isCut ? '✕' : ''].find(its => textWidth(its, size) <= room)
  if (text === undefined || text === '') return { id, gauges: [], labels: [] }
  const place = { x: middle, y, size, anchor: 'middle' } as const
  return { id, gauges: [], labels: [label({ id, text, ...place, tone: toneOf(worst) })] }
}

function lagShape(frame: Frame, layout: Layout, span: PeerSpan): LagShape[] {
  const lags = frame.multiMaster?.lags ?? []
  const find = (from: string, to: string) => lags.find(its => its.from === from && its.to === to)
  const there = find(span.left.id, span.right.id)
  const back = find(span.right.id, span.left.id)
  if (there === undefined || back === undefined) return []
  const { middle, width } = roomOf(layout, span)
  const pair = {
    id: `lag ${span.left.id} ${span.right.id}`,
    there,
    back,
    middle,
    y: span.y + Math.max(13.5, 0.96 * letterOf(0)),
  }
  const needed = neededWidth(pair)
  if (needed > width) return [alone(pair, width)]
  return [bothWays(pair, needed + 2 * (gaugeWidth + 5) <= width)]
}

export function lagShapes(frame: Frame, layout: Layout): LagShape[] {
  if (!hasLagWords(layout.multiMaster?.writers.length ?? 0)) return []
  const ids = layout.instances.map(({ id }) => id)
  return ids.flatMap((one, index) =>
    ids.slice(index + 1).flatMap(other => {
      const span = peerSpan(layout, one, other)
      return span === null ? [] : lagShape(frame, layout, span)
    }),
  )
}
