/**
 * The way of messages between two actors. Ways keep to the lanes reserved for them; answers take
 * the same way back, a little to the side. When bundled, the ways into a zone share a trunk.
 */
import type { ActorId, ZoneId } from '../../../engine/contract/ids.ts'
import { bottom, centre, type Point } from '../geometry.ts'
import type { Layout } from '../layout/layout.ts'
import { type Anchor, anchorsOf } from './anchors.ts'
import { peerRoute, peerSpan } from './peerRoute.ts'
import { type Piece, type Route, routePoints, trace } from './trace.ts'

export interface Wiring {
  layout: Layout
  anchors: Map<ActorId, Anchor>
  isBundled: boolean
  /** Ways found before, by both ends. */
  found: Map<string, Route | null>
}

type NodeAnchor = Extract<Anchor, { kind: 'node' }>
type InstanceAnchor = Extract<Anchor, { kind: 'instance' }>

/** How far answers keep from requests, in pixels. */
const sideways = 4

function line(to: Point): Piece {
  return { to, controls: null }
}

/**
 * Ways leave the circle of an instance up to this far from straight down, in radians; less where
 * its words stand close beside it.
 */
const widest = { roomy: 0.6, close: 0.2 }

/** Where a way to the left or right of an instance leaves its circle. */
function departure({ layout }: Wiring, { centre: at, radius }: InstanceAnchor, to: Point): Point {
  const most = layout.size.width >= 1280 ? widest.roomy : widest.close
  const turn = Math.max(-1, Math.min(1, ((to.x - at.x) / layout.size.width) * 2)) * most
  return { x: at.x + radius * Math.sin(turn), y: at.y + radius * Math.cos(turn) }
}

/** Leaves sideways and falls into its goal, so that ways to neighbours stay apart. */
function fan(from: Point, to: Point): Piece {
  const across = to.x - from.x
  const down = to.y - from.y
  const leave = { x: from.x + across * 0.4, y: from.y + down * 0.2 }
  return { to, controls: [leave, { x: to.x, y: from.y + down * 0.3 }] }
}

/** An S that leaves and arrives upright and stays between the two heights. */
function fall(from: Point, to: Point): Piece {
  return {
    to,
    controls: [
      { x: from.x, y: to.y },
      { x: to.x, y: from.y },
    ],
  }
}

function zoneCentre(layout: Layout, zone: ZoneId): number {
  const place = layout.zones.find(({ id }) => id === zone)
  return place === undefined ? layout.size.width / 2 : centre(place.box).x
}

/** Where the ways into a zone part. */
function forkOf({ layout }: Wiring, zone: ZoneId, from: Point, low: number): Point {
  return { x: zoneCentre(layout, zone), y: from.y + (low - from.y) * 0.62 }
}

/** The part that the ways from an instance into a zone share when bundled. */
export function trunkInto(wiring: Wiring, instance: ActorId, zone: ZoneId): Route | null {
  const anchor = wiring.anchors.get(instance)
  if (anchor?.kind !== 'instance') return null
  const low = bottom(wiring.layout.wires) - 4
  const start = departure(wiring, anchor, { x: zoneCentre(wiring.layout, zone), y: low })
  return trace(start, [fall(start, forkOf(wiring, zone, start, low))])
}

/** Down into the wires, along the trunk of the zone when bundled, to the column or chip. */
function toNode(wiring: Wiring, from: Point, node: NodeAnchor): Piece[] {
  const { layout, isBundled } = wiring
  const entry = node.gutter === null ? node.at : { x: node.gutter, y: bottom(layout.wires) - 4 }
  const tail = node.gutter === null ? [] : [line({ x: node.gutter, y: node.at.y }), line(node.at)]
  if (!isBundled) return [fan(from, entry), ...tail]
  const trunk = forkOf(wiring, node.zone, from, entry.y)
  return [fall(from, trunk), fall(trunk, entry), ...tail]
}

function toStorage(wiring: Wiring, from: InstanceAnchor, to: NodeAnchor): Route {
  const start = departure(wiring, from, to.at)
  return trace(start, toNode(wiring, start, to))
}

/** Over the columns, low in the wires' lane. */
function betweenNodes({ layout }: Wiring, from: NodeAnchor, to: NodeAnchor): Route {
  const floor = bottom(layout.wires) - 4
  const start = { x: from.gutter ?? from.at.x, y: floor }
  const end = { x: to.gutter ?? to.at.x, y: floor }
  const rise = Math.min(layout.wires.height * 0.6, 14 + Math.abs(end.x - start.x) * 0.12)
  const arc: Piece = {
    to: end,
    controls: [
      { x: start.x, y: floor - rise },
      { x: end.x, y: floor - rise },
    ],
  }
  const lead = from.gutter === null ? [] : [line({ x: from.gutter, y: from.at.y }), line(start)]
  const tail = to.gutter === null ? [] : [line({ x: to.gutter, y: to.at.y }), line(to.at)]
  return trace(from.at, [...lead, arc, ...tail])
}

/** Through the endpoint, along the lane above the zones, straight down to the instance. */
function toInstance({ layout }: Wiring, from: Point, instance: InstanceAnchor): Route {
  const { endpoint, approach } = layout
  const turn = { x: endpoint.x, y: approach.y }
  const top = { x: instance.centre.x, y: instance.centre.y - instance.radius }
  const above = { x: top.x, y: bottom(approach) }
  const half = (from.x + endpoint.x) / 2
  const gather: Piece = {
    to: endpoint,
    controls: [
      { x: half, y: from.y },
      { x: half, y: endpoint.y },
    ],
  }
  return trace(from, [gather, line(turn), fall(turn, above), line(top)])
}

/** From a proxy straight to the lane, past the endpoint. */
function pastEndpoint({ layout }: Wiring, from: Point, instance: InstanceAnchor): Route {
  const turn = { x: from.x, y: layout.approach.y }
  const top = { x: instance.centre.x, y: instance.centre.y - instance.radius }
  return trace(from, [line(turn), fall(turn, { x: top.x, y: bottom(layout.approach) }), line(top)])
}

/** The same way back, moved sideways. */
function back({ path, points }: Route): Route {
  const at = (k: number): Point => ({ x: points[2 * k] ?? 0, y: points[2 * k + 1] ?? 0 })
  const moved: number[] = []
  for (let k = routePoints - 1; k >= 0; k -= 1) {
    const before = at(Math.max(0, k - 1))
    const after = at(Math.min(routePoints - 1, k + 1))
    const length = Math.max(1e-9, Math.hypot(after.x - before.x, after.y - before.y))
    const { x, y } = at(k)
    moved.push(
      x - ((after.y - before.y) / length) * sideways,
      y + ((after.x - before.x) / length) * sideways,
    )
  }
  return { path, points: moved }
}

function oneWay(wiring: Wiring, from: Anchor, to: Anchor): Route | null {
  if (from.kind === 'application' && to.kind === 'instance') return toInstance(wiring, from.at, to)
  if (from.kind === 'application' && to.kind === 'proxy') return trace(from.at, [line(to.at)])
  if (from.kind === 'proxy' && to.kind === 'instance') return pastEndpoint(wiring, from.at, to)
  if (from.kind === 'instance' && to.kind === 'node') return toStorage(wiring, from, to)
  if (from.kind === 'node' && to.kind === 'node') return betweenNodes(wiring, from, to)
  return null
}

/** One way for both directions, so that answers keep beside what they answer. */
function betweenInstances({ layout }: Wiring, from: ActorId, to: ActorId): Route | null {
  const span = peerSpan(layout, from, to)
  if (span === null) return null
  const route = peerRoute(span)
  return span.left.id === from ? route : back(route)
}

function findRoute(wiring: Wiring, from: ActorId, to: ActorId): Route | null {
  const start = wiring.anchors.get(from)
  const end = wiring.anchors.get(to)
  if (start === undefined || end === undefined) return null
  if (start.kind === 'instance' && end.kind === 'instance')
    return betweenInstances(wiring, from, to)
  const there = oneWay(wiring, start, end)
  if (there !== null) return there
  const reverse = oneWay(wiring, end, start)
  return reverse === null ? null : back(reverse)
}

/** Null when one of the two is not on the stage. */
export function routeBetween(wiring: Wiring, from: ActorId, to: ActorId): Route | null {
  const ends = `${from}>${to}`
  const known = wiring.found.get(ends)
  if (known !== undefined) return known
  const route = findRoute(wiring, from, to)
  wiring.found.set(ends, route)
  return route
}

export function createWiring(layout: Layout, isBundled: boolean): Wiring {
  return { layout, anchors: anchorsOf(layout), isBundled, found: new Map() }
}
