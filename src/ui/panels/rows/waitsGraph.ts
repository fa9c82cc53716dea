/**
 * The graph of who waits for whom: sessions on a circle, an arrow from who waits to who holds the
 * lock. Arrows of a cycle are marked: that is a deadlock.
 */
import { bentArrow, type CirclePlace, circlePlaces } from '../../widgets/circleGraph.ts'

export interface Wait {
  session: string
  holder: string
}

export interface GraphEdge {
  from: string
  to: string
  path: string
  /** Points at the holder. */
  head: string
  isOfCycle: boolean
}

export interface WaitsGraph {
  width: number
  height: number
  nodes: CirclePlace[]
  edges: GraphEdge[]
}

export const nodeRadius = 24

/** Sessions that can be reached from one, over waits. */
function reachable(waits: readonly Wait[], from: string): Set<string> {
  const found = new Set<string>()
  const open = [from]
  for (const name of open) {
    for (const { session, holder } of waits) {
      if (session !== name || found.has(holder)) continue
      found.add(holder)
      open.push(holder)
    }
  }
  return found
}

function isOfCycle(waits: readonly Wait[], { session, holder }: Wait): boolean {
  return reachable(waits, holder).has(session)
}

export function waitsGraph(waits: readonly Wait[], width: number): WaitsGraph {
  const names = [...new Set(waits.flatMap(({ session, holder }) => [session, holder]))]
  const height = names.length <= 2 ? 110 : 230
  const nodes = circlePlaces(names, width, height)
  const placeOf = new Map(nodes.map(node => [node.name, node]))
  const edges = waits.flatMap(wait => {
    const from = placeOf.get(wait.session)
    const to = placeOf.get(wait.holder)
    if (from === undefined || to === undefined || from === to) return []
    const { path, head } = bentArrow(from, to, { radius: nodeRadius, bend: 26 })
    const ends = { from: wait.session, to: wait.holder }
    return [{ ...ends, path, head, isOfCycle: isOfCycle(waits, wait) }]
  })
  return { width, height, nodes, edges }
}
