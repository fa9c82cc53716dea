/** The trunks of bundled ways, one into each zone, the wider the more is on its way there. */
import type { Frame } from '../../../engine/contract/frame.ts'
import { trunkInto, type Wiring } from '../routes/routeBetween.ts'

export interface TrunkShape {
  id: string
  /** Which of the colours of writers it has. */
  hue: number
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

/** `traffic` has the messages between each writer and each zone: writers first, then zones. */
export function trunkShapes(
  instances: Frame['instances'],
  wiring: Wiring,
  traffic: readonly number[],
): TrunkShape[] {
  const writers = instances.filter(({ role }) => role === 'writer')
  const { zones } = wiring.layout
  return writers.flatMap(({ id }, writer) =>
    zones.flatMap((zone, index) => {
      const width = trunkWidth(traffic[writer * zones.length + index] ?? 0)
      const route = trunkInto(wiring, id, zone.id)
      if (route === null || width === 0) return []
      return [{ id: `${id} ${zone.id}`, hue: (writer % 4) + 1, path: route.path, width }]
    }),
  )
}
