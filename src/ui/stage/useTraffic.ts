/** Traffic by writer and zone while ways are bundled, counted at most twice a second. */
import { useRef } from 'react'
import type { Frame } from '../../engine/contract/frame.ts'
import { countTraffic, type TrafficEnds } from '../canvas/countTraffic.ts'
import type { MovingRows } from '../canvas/movingRows.ts'

const everyMillis = 500
const none: readonly number[] = []

function endsOf({ actors, nodes, zones, instances }: Frame): TrafficEnds {
  const places = new Map(nodes.map(({ id, zone }) => [id, zone]))
  const writers = instances.filter(({ role }) => role === 'writer')
  return {
    zoneOf: Int8Array.from(actors, actor => zones.findIndex(({ id }) => id === places.get(actor))),
    writerOf: Int8Array.from(actors, actor => writers.findIndex(({ id }) => id === actor)),
    zones: zones.length,
    writers: writers.length,
  }
}

export function useTraffic(rows: MovingRows, frame: Frame): readonly number[] {
  const kept = useRef({ traffic: none, atMillis: Number.NEGATIVE_INFINITY })
  const now = performance.now()
  if (now - kept.current.atMillis > everyMillis) {
    const traffic = countTraffic(rows, endsOf(frame))
    kept.current = { traffic, atMillis: now }
  }
  return kept.current.traffic
}
