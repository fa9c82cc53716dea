/** The ways between all pairs of actors, found once and kept as numbers for the painter. */
import type { ActorId } from '../../engine/contract/ids.ts'
import { routeBetween, type Wiring } from '../scene/routes/routeBetween.ts'
import { routePoints } from '../scene/routes/trace.ts'

export interface RouteTable {
  wiring: Wiring
  actors: ActorId[]
  /** For each actor the hue of the writer that it is, counted from 0; 0 for all others. */
  hues: Uint8Array
  hasSeveralWriters: boolean
  /** from × actors + to → where the points of the way begin; -1 no way, -2 not yet asked. */
  starts: Int32Array
  points: Float32Array
  used: number
}

const pointsPerRoute = routePoints * 2
const unknown = -2
export const noRoute = -1

export function createRouteTable(wiring: Wiring): RouteTable {
  const { actors } = wiring.layout
  const starts = new Int32Array(actors.length * actors.length).fill(unknown)
  const writers = wiring.layout.multiMaster?.writers ?? []
  const hues = Uint8Array.from(actors, actor => Math.max(0, writers.indexOf(actor)) % 4)
  const hasSeveralWriters = writers.length > 1
  const points = new Float32Array(pointsPerRoute * 32)
  return { wiring, actors, hues, hasSeveralWriters, starts, points, used: 0 }
}

function grow(table: RouteTable): void {
  const larger = new Float32Array(table.points.length * 2)
  larger.set(table.points)
  table.points = larger
}

function keep(table: RouteTable, points: number[]): number {
  if (table.used + pointsPerRoute > table.points.length) grow(table)
  table.points.set(points, table.used)
  table.used += pointsPerRoute
  return table.used - pointsPerRoute
}

function find(table: RouteTable, from: number, to: number): number {
  const [start, end] = [table.actors[from], table.actors[to]]
  if (start === undefined || end === undefined) return noRoute
  const route = routeBetween(table.wiring, start, end)
  return route === null ? noRoute : keep(table, route.points)
}

/** Where the points of the way begin in `points`. */
export function routeStart(table: RouteTable, from: number, to: number): number {
  const { length } = table.actors
  if (from >= length || to >= length) return noRoute
  const known = table.starts[from * length + to] ?? noRoute
  if (known !== unknown) return known
  const start = find(table, from, to)
  table.starts[from * length + to] = start
  return start
}
