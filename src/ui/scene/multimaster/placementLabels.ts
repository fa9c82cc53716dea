/** Where each application sends its requests, under the word of the endpoint. */
import type { ApplicationView, Frame } from '../../../engine/contract/frame.ts'
import type { PlacedView } from '../../../engine/contract/placementView.ts'
import type { Micros } from '../../../engine/contract/units.ts'
import { formatTime } from '../../../words/formatNumbers.ts'
import { type Label, label } from '../label.ts'
import { dropOf, isForWall, stepOf } from '../letters.ts'
import type { Layout } from '../layout/layout.ts'
import { fittedText } from './fittingText.ts'

const size = 11

/** Where it goes; it has missed an answer of its instance, or is about to go elsewhere. */
function wayOf(placed: PlacedView | undefined, on: string, at: Micros): string {
  if (placed === undefined || placed.checks === null) return `→ ${on}`
  const { takesOverAt, standby, checks } = placed
  if (takesOverAt !== null) {
    return `⤳ ${standby[0] ?? 'nobody'} in ${formatTime(Math.max(0, takesOverAt - at))}`
  }
  const own = checks.find(({ instance }) => instance === on)
  if (own?.isGone === true) return `→ ${on} ✕ gone`
  return own !== undefined && own.misses > 0 ? `→ ${on}, silent ${own.misses}×` : `→ ${on}`
}

function placeOf({ id, on, route }: ApplicationView, { placement, at }: Frame): string {
  if (route === 'round-robin') return `${id}: each in turn`
  const placed = placement?.applications.find(its => its.id === id)
  return `${id} ${wayOf(placed, on, at)}`
}

/** Where there are few lines they are for those that miss their instance. */
function isTroubled({ id, on }: ApplicationView, { placement, at }: Frame): boolean {
  const placed = placement?.applications.find(its => its.id === id)
  return wayOf(placed, on, at) !== `→ ${on}`
}

/** Several in turn are said in one line. */
function linesOf(frame: Frame, most: number): string[] {
  const { applications } = frame
  const inTurn = applications.every(({ route }) => route === 'round-robin')
  if (inTurn && applications.length > 1) return ['each in turn']
  const calm = applications.filter(its => !isTroubled(its, frame))
  const inOrder = [...applications.filter(its => isTroubled(its, frame)), ...calm]
  const lines = inOrder.map(its => placeOf(its, frame))
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), '…']
}

export function placementLabels(frame: Frame, layout: Layout): Label[] {
  const { multiMaster } = frame
  if (multiMaster === null || layout.applications.length === 0) return []
  const { endpoint, size: stage, approach } = layout
  const first = endpoint.y + dropOf(4) + stepOf(15)
  const step = stepOf(13)
  const most = Math.min(3, Math.floor((approach.y + 2 - first) / step) + 1)
  if (isForWall() && linesOf(frame, most).includes('…')) return []
  const x = endpoint.x + 15
  const end = layout.isNarrow ? stage.width - 8 : (layout.lights[0]?.x ?? stage.width) - 8
  return linesOf(frame, most).map((line, index) =>
    label({
      id: `placement-${index}`,
      text: fittedText([line, line.replace(/ in .*$/, '')], size, end - x),
      x,
      y: first + index * step,
      size,
    }),
  )
}
