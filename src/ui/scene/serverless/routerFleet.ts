/**
 * Serverless v1 between its clients and its instance: the routers that hold all connections, with
 * an arrow each to the instance that serves them, and the warm pool that new instances come from.
 * At a scaling point the arrows point at the new one; while it wakes requests wait before a bar.
 */
import type { V1View } from '../../../engine/contract/serverlessV1.ts'
import { type Point, round } from '../geometry.ts'
import { type Label, label, textWidth } from '../label.ts'
import { dropOf, isForWall, leastLetter } from '../letters.ts'
import type { ZonePlace } from '../layout/layout.ts'

export interface FleetShape {
  routers: { x: number; y: number; size: number }[]
  /** Lines with heads, one a router; empty = there is nobody to point at. */
  arrows: string
  /** The bar before which requests wait; null = none. */
  gate: string | null
  pool: PoolShape | null
  labels: Label[]
}

interface PoolShape {
  hosts: { x: number; y: number; size: number; isThere: boolean }[]
}

export interface FleetRoom {
  centre: Point
  most: number
  zone: ZonePlace
  /** No host can be had in the zone. */
  isEmpty: boolean
}

/** From this radius on there is room for words and for more between things. */
const roomy = 38
const hosts = 3

export function fleetShape(id: string, v1: V1View, room: FleetRoom, target: Point): FleetShape {
  const routers = routersOf(room)
  const pool = v1.state === 'recreating' ? null : poolOf(v1, room)
  const isWaking = v1.state === 'resuming'
  const isNobody = isWaking || v1.state === 'paused' || v1.state === 'recreating'
  const ends = routers.map(router => tipOf(router, room, target, v1.state === 'switching'))
  return {
    routers,
    arrows: isNobody ? '' : routers.map((router, at) => arrow(router, ends[at]!)).join(''),
    gate: isWaking ? gateOf(routers) : null,
    pool,
    labels: room.most < roomy ? [] : labelsOf(id, routers, pool, room),
  }
}

function isRoomy({ most }: FleetRoom): boolean {
  return most >= roomy
}

function routersOf(room: FleetRoom): FleetShape['routers'] {
  const [gap, apart, size] = isRoomy(room) ? [24, 26, 9] : [10, 12, 6]
  const y = round(room.centre.y - room.most - 8 - gap)
  const step = isForWall() ? Math.min(apart, 13) : apart
  return [-1, 0, 1].map(place => ({ x: round(room.centre.x + place * step), y, size }))
}

/** On the edge of the circle, or at the new instance beside it. */
function tipOf({ x }: Point, { centre, most }: FleetRoom, target: Point, isMoved: boolean): Point {
  if (isMoved) return { x: target.x + (x - centre.x) * 0.12, y: target.y - 9 }
  return { x: centre.x + (x - centre.x) * 0.5, y: centre.y - most - 2 }
}

function arrow(from: Point & { size: number }, to: Point): string {
  const y = from.y + from.size * 0.75
  const length = Math.hypot(to.x - from.x, to.y - y) || 1
  const [along, down] = [(to.x - from.x) / length, (to.y - y) / length]
  const head = (turn: 1 | -1) => {
    const x = to.x - 4 * along - 2.5 * turn * down
    const side = to.y - 4 * down + 2.5 * turn * along
    return `M${round(x)} ${round(side)}L${round(to.x)} ${round(to.y)}`
  }
  return `M${round(from.x)} ${round(y)}L${round(to.x)} ${round(to.y)}${head(1)}${head(-1)}`
}

function gateOf(routers: FleetShape['routers']): string {
  const [first, , last] = routers
  const y = round(first!.y + first!.size + 2)
  return `M${round(first!.x - 8)} ${y}H${round(last!.x + 8)}`
}

/** At the right end of the head of the zone; one is missing while it is on its way. */
function poolOf({ search }: V1View, room: FleetRoom): PoolShape {
  const { box, header } = room.zone
  const [size, apart, side] = isRoomy(room) ? [10, 14, 12] : [6, 8, 5]
  const y = round(header.y + header.height / 2)
  const there = room.isEmpty ? 0 : hosts - (search === null ? 0 : 1)
  const last = box.x + box.width - side - size / 2
  const places = Array.from({ length: hosts }, (_, at) => ({
    x: round(last - (hosts - 1 - at) * apart),
    y,
    size,
    isThere: at >= hosts - there,
  }))
  return { hosts: places }
}

/** Where the next instance leaves the pool. */
export function poolDoor(room: FleetRoom): Point {
  const { box, header } = room.zone
  const side = isRoomy(room) ? 45 : 24
  return { x: round(box.x + box.width - side), y: round(header.y + header.height / 2) }
}

function labelsOf(
  id: string,
  routers: FleetShape['routers'],
  pool: PoolShape | null,
  { zone, isEmpty }: FleetRoom,
): Label[] {
  const [first, , last] = routers
  const size = 11.5
  const middle = zone.header.y + zone.header.height / 2 + dropOf(4)
  const nameOfZone = zone.header.x + Math.max(72, 5.5 * leastLetter())
  const named = label({
    id: `${id}-routers`,
    text: 'routers',
    x: first!.x - 11,
    y: isForWall() ? middle : first!.y + 4,
    size,
    anchor: 'end',
    term: 'router fleet',
  })
  const isNamed = named.x - textWidth(named.text, size) > nameOfZone
  const text = isEmpty ? 'no hosts' : 'warm pool'
  const edge = (pool?.hosts[0]?.x ?? 0) - 12
  const hasRoom = pool !== null && edge - textWidth(text, size) > last!.x + 14
  const pooled = label({
    id: `${id}-pool`,
    text,
    x: edge,
    y: middle,
    size,
    anchor: 'end',
    tone: isEmpty ? 'bad' : 'muted',
    term: 'warm pool',
  })
  return [...(isNamed ? [named] : []), ...(hasRoom ? [pooled] : [])]
}
