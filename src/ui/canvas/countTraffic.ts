/** How many messages are on their way between each writer and the storage of each zone. */
import { type MovingRows, wordOf } from './movingRows.ts'

/** For each actor the place of its zone in the list of zones; -1 when it is no storage node. */
export type ZoneOfActor = Int8Array
/** For each actor its place among the writers; -1 when it is none. */
export type WriterOfActor = Int8Array

export interface TrafficEnds {
  zoneOf: ZoneOfActor
  writerOf: WriterOfActor
  zones: number
  writers: number
}

/** The zones of the first writer, then those of the second, and so on. */
export function countTraffic({ count, words }: MovingRows, ends: TrafficEnds): number[] {
  const { zoneOf, writerOf, zones, writers } = ends
  const traffic = new Array<number>(zones * writers).fill(0)
  for (let row = 0; row < count; row += 1) {
    const word = wordOf(row)
    const [from, to] = [words[word] as number, words[word + 1] as number]
    const zone = Math.max(zoneOf[from] ?? -1, zoneOf[to] ?? -1)
    const writer = Math.max(writerOf[from] ?? -1, writerOf[to] ?? -1)
    if (zone < 0 || writer < 0) continue
    const place = writer * zones + zone
    traffic[place] = (traffic[place] as number) + 1
  }
  return traffic
}
