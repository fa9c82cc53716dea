/**
 * Pairs that lose an update in either order of their versions: both transactions read the same
 * version of a key and wrote another. Told in the order of the file, since either is as good.
 */
import type { Choice } from './dependencies.ts'
import type { KeyOrder } from './knownHistory.ts'

/** For each version read, the first two whose writes have no order. */
function pairsOf({ versions, settled }: KeyOrder, order: number): Choice[] {
  const place = new Map<number, number>()
  for (let k = settled; k < versions.length; k++) place.set(versions[k]!.writer, k)
  return versions.flatMap(({ readers }): Choice[] => {
    const places = readers.flatMap(reader => place.get(reader) ?? [])
    const [older, newer] = [...new Set(places)].sort((a, b) => a - b)
    return older === undefined || newer === undefined ? [] : [{ order, older, newer }]
  })
}

export function lostUpdates(orders: KeyOrder[]): Choice[] {
  return orders.flatMap(pairsOf)
}
