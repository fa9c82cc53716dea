/** What single reads of committed transactions show, without any cycle (rule G1). */
import type { RunAnomaly } from '../../contract/history.ts'
import type { RunGraph } from './runGraph.ts'
import type { Read, Recorded, Write } from './runRecord.ts'

function writeOf({ item, writer, version }: Read): Write | undefined {
  return item.writes.find(write => write.by.number === writer && write.version === version)
}

function nameOf(graph: RunGraph, reader: Recorded, read: Read): string | null {
  if (read.writer === 0 || read.writer === reader.number) return null
  const by = read.source
  if (by === null) return null
  if (by.state === 'aborted') return 'G1a'
  const chain = graph.chains.get(read.item)
  const last = chain?.versions[chain.placeOf.get(by) ?? -1]
  return last !== undefined && last.version !== read.version ? 'G1b' : null
}

function anomalyOf(name: string, reader: Recorded, read: Read): RunAnomaly {
  const { item, writer, at, fact } = read
  const write = writeOf(read)
  const step = {
    ...{ from: writer, to: reader.number, kind: 'wr' as const, key: item.name },
    ...{ isPredicate: false, fromAt: write?.at ?? at, fromFact: write?.fact ?? fact },
    ...{ toAt: at, toFact: fact },
  }
  const breaks: RunAnomaly['breaks'] = [
    'read-committed',
    'repeatable-read',
    'snapshot-isolation',
    'strong-session-snapshot-isolation',
    'serializable',
    'strong-session-serializable',
    'strict-serializable',
  ]
  return { name, transactions: [writer, reader.number], cycle: [step], breaks }
}

/** Each pair once. */
export function seenInRun(graph: RunGraph): RunAnomaly[] {
  const found = new Map<string, RunAnomaly>()
  for (const reader of graph.nodes) {
    for (const read of reader.reads) {
      const name = nameOf(graph, reader, read)
      if (name === null) continue
      const id = `${name} ${read.writer} ${reader.number}`
      if (!found.has(id)) found.set(id, anomalyOf(name, reader, read))
    }
  }
  return [...found.values()]
}
