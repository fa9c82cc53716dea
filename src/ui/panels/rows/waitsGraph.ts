/**
 * The graph of who waits for whom: sessions on a circle, an arrow from who waits to who holds the
 * lock. Arrows of a cycle are marked: that is a deadlock.
 */
import { type Line, line } from 'd3-shape'

export interface Wait {
  session: string
  holder: string
}

export interface GraphNode {
  name: string
  x: number
  y: number
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
  nodes: GraphNode[]
  edges: GraphEdge[]
}

export const nodeRadius = 24

const margin = 34

type Point = [x: number, y: number]

const draw: Line<Point> = line<Point>().digits(1)

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

/** Two stand side by side; more on a circle, the first one on top. */
function placesOf(names: readonly string[], width: number, height: number): GraphNode[] {
  const x = width / 2 - margin
  const y = height / 2 - margin
  const start = names.length === 2 ? Math.PI : -Math.PI / 2
  return names.map((name, index) => {
    const turn = start + (2 * Math.PI * index) / names.length
    return { name, x: width / 2 + x * Math.cos(turn), y: height / 2 + y * Math.sin(turn) }
  })
}

/** Bent to one side, so that two arrows between the same two stay apart. */
function edgeOf(from: GraphNode, to: GraphNode): Pick<GraphEdge, 'path' | 'head'> {
  const across: Point = [to.x - from.x, to.y - from.y]
  const length = Math.max(1, Math.hypot(...across))
  const [ux, uy] = [across[0] / length, across[1] / length]
  const bend = Math.min(26, length * 0.16)
  const start: Point = [from.x + ux * nodeRadius - uy * 7, from.y + uy * nodeRadius + ux * 7]
  const end: Point = [to.x - ux * (nodeRadius + 3) - uy * 7, to.y - uy * (nodeRadius + 3) + ux * 7]
  const half: Point = [(start[0] + end[0]) / 2 - uy * bend, (start[1] + end[1]) / 2 + ux * bend]
  const along: Point = [end[0] - half[0], end[1] - half[1]]
  const reach = Math.max(1, Math.hypot(...along))
  const [hx, hy] = [along[0] / reach, along[1] / reach]
  const wing = (side: number): Point => [
    end[0] - hx * 10 - hy * 5 * side,
    end[1] - hy * 10 + hx * 5 * side,
  ]
  const head = `${draw([wing(1), end, wing(-1)])}Z`
  const [curve, tip] = [half, end].map(point => point.map(its => its.toFixed(1)).join(' '))
  return { path: `M${start.map(its => its.toFixed(1)).join(' ')}Q${curve} ${tip}`, head }
}

export function waitsGraph(waits: readonly Wait[], width: number): WaitsGraph {
  const names = [...new Set(waits.flatMap(({ session, holder }) => [session, holder]))]
  const height = names.length <= 2 ? 110 : 230
  const nodes = placesOf(names, width, height)
  const placeOf = new Map(nodes.map(node => [node.name, node]))
  const edges = waits.flatMap(wait => {
    const from = placeOf.get(wait.session)
    const to = placeOf.get(wait.holder)
    if (from === undefined || to === undefined || from === to) return []
    const ends = { from: wait.session, to: wait.holder }
    return [{ ...ends, ...edgeOf(from, to), isOfCycle: isOfCycle(waits, wait) }]
  })
  return { width, height, nodes, edges }
}
