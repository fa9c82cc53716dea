/** The traffic of each zone while ways are bundled, counted anew at most twice a second. */
import { useRef } from 'react'
import type { Frame } from '../../engine/contract/frame.ts'
import { countTraffic, type ZoneOfActor } from '../canvas/countTraffic.ts'
import type { MovingRows } from '../canvas/movingRows.ts'

const everyMillis = 500
const none: readonly number[] = []

function zonesOf({ actors, nodes, zones }: Frame): ZoneOfActor {
  const places = new Map(nodes.map(({ id, zone }) => [id, zone]))
  const zoneOf = (actor: string) => zones.findIndex(({ id }) => id === places.get(actor))
  return Int8Array.from(actors, zoneOf)
}

export function useTraffic(rows: MovingRows, frame: Frame, isBundled: boolean): readonly number[] {
  const kept = useRef({ traffic: none, atMillis: Number.NEGATIVE_INFINITY })
  const now = performance.now()
  if (!isBundled) return none
  if (now - kept.current.atMillis > everyMillis) {
    const traffic = countTraffic(rows, zonesOf(frame), frame.zones.length)
    kept.current = { traffic, atMillis: now }
  }
  return kept.current.traffic
}
