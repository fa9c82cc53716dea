/**
 * What a WHERE depends on beyond the rows that it gave (rule G19): a version that changed whether
 * its row matches and that the statement saw (wr), and the first such version that it did not see
 * (rw). Values tell, so it is decided when the run is judged.
 */
import type { RowValues } from '../../contract/runHistory.ts'
import { addEdge, type Chain, endOf, placeSeen, type RunGraph } from './runGraph.ts'
import type { Recorded, Scan } from './runRecord.ts'

function isMatch({ matches }: Scan, values: RowValues): boolean {
  return values !== null && matches(values)
}

/** Values of a row after the version at this place; undefined: they are not kept. */
function valuesAt({ versions }: Chain, place: number): RowValues | undefined {
  const { change } = versions[Math.max(place, 0)]!
  if (change === null) return undefined
  return place < 0 ? change.before : change.after
}

function changesMatch(scan: Scan, chain: Chain, place: number): boolean {
  const [before, after] = [valuesAt(chain, place - 1), valuesAt(chain, place)]
  if (before === undefined || after === undefined) return false
  return isMatch(scan, before) !== isMatch(scan, after)
}

/** A row that had not been written when the WHERE was answered was as at the start. */
function placeFor(graph: RunGraph, reader: Recorded, scan: Scan, chain: Chain): number | null {
  const { item } = chain
  const seen = scan.seen.get(item)
  if (seen === undefined) return isWrittenLater(scan, chain) ? -1 : null
  if (seen === null) return chain.item.isCut ? null : -1
  if (seen.writer === reader.number) return null
  return placeSeen(chain, seen.writer, graph.record.byNumber.get(seen.writer) ?? null)
}

function isWrittenLater(scan: Scan, { item }: Chain): boolean {
  return !item.isCut && item.writes[0]!.order > scan.order
}

function scanChain(graph: RunGraph, reader: Recorded, scan: Scan, chain: Chain): void {
  const { item, versions } = chain
  const place = placeFor(graph, reader, scan, chain)
  if (place === null || versions.length === 0) return
  const its = { item, isPredicate: true }
  const end = { node: reader.node, access: scan }
  const seen = versions[place]
  if (seen && changesMatch(scan, chain, place)) {
    addEdge(graph, endOf(seen), end, { kind: 'wr', ...its })
  }
  for (let later = place + 1; later < versions.length; later++) {
    if (!changesMatch(scan, chain, later)) continue
    const unseen = versions[later]!
    addEdge(graph, end, endOf(unseen), { kind: 'rw', ...its })
    return
  }
}

export function scanEdges(graph: RunGraph, reader: Recorded, scan: Scan): void {
  for (const item of scan.table.written) {
    const chain = graph.chains.get(item)
    if (chain !== undefined) scanChain(graph, reader, scan, chain)
  }
}
