/** How many messages are on their way into or out of each zone, between instances and storage. */
import { type MovingRows, wordOf } from './movingRows.ts'

/** For each actor the place of its zone in the list of zones; -1 when it is no storage node. */
export type ZoneOfActor = Int8Array

export function countTraffic(
  { count, words }: MovingRows,
  zoneOf: ZoneOfActor,
  zones: number,
): number[] {
  const traffic = new Array<number>(zones).fill(0)
  for (let row = 0; row < count; row += 1) {
    const word = wordOf(row)
    const from = zoneOf[words[word] as number] ?? -1
    const to = zoneOf[words[word + 1] as number] ?? -1
    const isGossip = from >= 0 && to >= 0
    const zone = Math.max(from, to)
    if (!isGossip && zone >= 0) traffic[zone] = (traffic[zone] as number) + 1
  }
  return traffic
}
