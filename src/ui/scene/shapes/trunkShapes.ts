/** The trunks of bundled ways, one into each zone, the wider the more is on its way there. */
import type { Frame } from '../../../engine/contract/frame.ts'
import { trunkInto, type Wiring } from '../routes/routeBetween.ts'

export interface TrunkShape {
  id: string
  path: string
  width: number
}

/** Pixels for a few, for tens, for hundreds, and for a thousand and more messages. */
const widths = [4, 7, 11, 16]

/** Nothing on its way, no trunk. */
export function trunkWidth(messages: number): number {
  if (messages <= 0) return 0
  return widths[Math.min(widths.length - 1, Math.floor(Math.log10(messages)))] ?? 0
}

/** `traffic` has the messages on their way into or out of each zone, in the order of the zones. */
export function trunkShapes(
  instances: Frame['instances'],
  wiring: Wiring,
  traffic: readonly number[],
): TrunkShape[] {
  const writers = instances.filter(({ role }) => role === 'writer')
  return writers.flatMap(({ id }) =>
    wiring.layout.zones.flatMap((zone, index) => {
      const width = trunkWidth(traffic[index] ?? 0)
      const route = trunkInto(wiring, id, zone.id)
      if (route === null || width === 0) return []
      return [{ id: `${id} ${zone.id}`, path: route.path, width }]
    }),
  )
}
