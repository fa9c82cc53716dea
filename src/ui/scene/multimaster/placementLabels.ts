/** Where each application sends its requests, under the word of the endpoint. */
import type { ApplicationView, Frame } from '../../../engine/contract/frame.ts'
import { fitText, type Label, label } from '../label.ts'
import type { Layout } from '../layout/layout.ts'

const size = 11
const step = 13

function placeOf({ id, on, route }: ApplicationView): string {
  return route === 'round-robin' ? `${id}: each in turn` : `${id} → ${on}`
}

/** Several in turn are said in one line. */
function linesOf(applications: ApplicationView[], most: number): string[] {
  const inTurn = applications.every(({ route }) => route === 'round-robin')
  if (inTurn && applications.length > 1) return ['each in turn']
  const lines = applications.map(placeOf)
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), '…']
}

export function placementLabels({ applications, multiMaster }: Frame, layout: Layout): Label[] {
  if (multiMaster === null || layout.applications.length === 0) return []
  const { endpoint, size: stage, approach } = layout
  const first = endpoint.y + 19
  const most = Math.min(3, Math.floor((approach.y + 2 - first) / step) + 1)
  const x = endpoint.x + 15
  const end = layout.isNarrow ? stage.width - 8 : (layout.lights[0]?.x ?? stage.width) - 8
  return linesOf(applications, most).map((line, index) =>
    label({
      id: `placement-${index}`,
      text: fitText(line, size, end - x),
      x,
      y: first + index * step,
      size,
    }),
  )
}
