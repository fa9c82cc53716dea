/** The part of the picture that shows a proxy: its mark, what waits there, and its way. */
import type { ProxyView } from '../../../engine/contract/availabilityView.ts'
import type { Frame } from '../../../engine/contract/frame.ts'
import { formatCount } from '../../../words/formatNumbers.ts'
import type { Point } from '../geometry.ts'
import { type Label, label } from '../label.ts'
import { routeBetween, type Wiring } from '../routes/routeBetween.ts'

export interface ProxyScene {
  at: Point
  phase: ProxyView['phase']
  /** To the writer; null while it has none. */
  way: string | null
  label: Label
  /** For who does not see the picture. */
  description: string
}

const halfMark = 8

function wordOf({ waiting }: ProxyView): string {
  return waiting > 0 ? `proxy · ${formatCount(waiting)} wait` : 'proxy'
}

function describe({ phase, writer, waiting, clients, opened }: ProxyView): string {
  const who = `Proxy of ${clients.join(', ')}`
  if (phase === 'open') return `${who}: ${formatCount(opened)} connections to ${writer}.`
  return `${who}: no writer, ${formatCount(waiting)} requests wait.`
}

/** Null where there is no proxy. */
export function proxyScene({ proxy }: Frame, wiring: Wiring): ProxyScene | null {
  const anchor = wiring.anchors.get('proxy')
  if (!proxy || anchor?.kind !== 'proxy') return null
  const { at } = anchor
  const route = proxy.phase === 'open' ? routeBetween(wiring, 'proxy', proxy.writer) : null
  const tone = proxy.phase === 'open' ? 'muted' : 'wait'
  const place = { x: at.x + halfMark + 5, y: at.y + 1, size: 12, tone } as const
  return {
    at,
    phase: proxy.phase,
    way: route?.path ?? null,
    label: label({ id: 'proxy', text: wordOf(proxy), ...place, term: 'proxy' }),
    description: describe(proxy),
  }
}
