/**
 * The links of the instances to the storage nodes and of the applications to their instance. A
 * cut link has a gap with a mark in it, a lossy one is dashed.
 */
import type { Frame, LinkView } from '../../../engine/contract/frame.ts'
import type { ActorId } from '../../../engine/contract/ids.ts'
import { around, type Box, inset, type Point, round } from '../geometry.ts'
import { hueOf } from '../hueOf.ts'
import { pathBetween, positionAt } from '../routes/positionAt.ts'
import { routeBetween, type Wiring } from '../routes/routeBetween.ts'
import type { Route } from '../routes/trace.ts'

export interface LinkShape {
  id: string
  from: ActorId
  to: ActorId
  path: string
  kind: 'client' | 'storage' | 'peer'
  /** Which of the colours of writers it has. */
  hue: number
  /** Whose way it is among several writers, as that many strokes across it; 0 says nothing. */
  strokes: number
  state: 'whole' | 'lossy' | 'cut' | 'cutThere' | 'cutBack' | 'dead'
  /** The part to press on, where the ways stand apart. */
  grip: string
  /** The way of a client is level, so it is pressed on a box around that part. */
  gripBox: Box | null
  /** Where the mark of a cut stands. */
  markAt: Point
  lossPpm: number
}

/** The gap of a cut link is nearer to its end, where the ways stand apart. */
const markShares: Record<LinkShape['kind'], number> = { client: 0.78, storage: 0.78, peer: 0.3 }

/** From where to where of its way a link is pressed. */
const grips: Record<LinkShape['kind'], [number, number]> = {
  client: [0.1, 0.4],
  storage: [0.66, 0.88],
  peer: [0.25, 0.75],
}

/** The height that a finger needs, in pixels. */
const finger = 44

function boxAlong(route: Route, [from, to]: [number, number]): Box {
  const [start, end] = [positionAt(route, from), positionAt(route, to)]
  const spot = ({ x, y }: Point): Box => ({ x, y, width: 0, height: 0 })
  const box = around(spot(start), spot(end))
  return inset(box, -Math.max(12, (finger - box.height) / 2))
}

function zoneOf(frame: Frame, actor: ActorId): string | undefined {
  const node = frame.nodes.find(({ id }) => id === actor)
  return node?.zone ?? frame.instances.find(({ id }) => id === actor)?.zone
}

function touches(frame: Frame, end: string, actor: ActorId): boolean {
  return end === actor || end === zoneOf(frame, actor)
}

function oneWay(frame: Frame, from: ActorId, to: ActorId): LinkView[] {
  return frame.links.filter(link => touches(frame, link.from, from) && touches(frame, link.to, to))
}

function isDead(frame: Frame, actor: ActorId): boolean {
  const node = frame.nodes.find(({ id }) => id === actor)
  if (node !== undefined) return !node.isUp
  return frame.instances.some(({ id, status }) => id === actor && status === 'down')
}

function stateOf(frame: Frame, from: ActorId, to: ActorId) {
  const there = oneWay(frame, from, to)
  const back = oneWay(frame, to, from)
  const lossPpm = [...there, ...back].reduce((most, link) => Math.max(most, link.lossPpm), 0)
  const isCut = (links: LinkView[]) => links.some(link => link.isCut)
  const state = (): LinkShape['state'] => {
    if (isCut(there)) return isCut(back) ? 'cut' : 'cutThere'
    if (isCut(back)) return 'cutBack'
    if (isDead(frame, from) || isDead(frame, to)) return 'dead'
    return lossPpm > 0 ? 'lossy' : 'whole'
  }
  return { state: state(), lossPpm }
}

interface Ends {
  from: ActorId
  to: ActorId
  kind: LinkShape['kind']
}

/** Several writers are all linked with each other; a single one with its readers. */
function peersOf({ instances }: Frame): Ends[] {
  return instances.flatMap((one, index) =>
    instances
      .slice(index + 1)
      .filter(other => one.role === 'writer' || other.role === 'writer')
      .map((other): Ends => ({ from: one.id, to: other.id, kind: 'peer' })),
  )
}

function endsOf(frame: Frame, wiring: Wiring): Ends[] {
  const { layout } = wiring
  const nodes = [...layout.columns.map(({ node }) => node), ...layout.chips.map(({ node }) => node)]
  const storage = frame.instances
    .filter(({ role }) => role === 'writer')
    .flatMap(({ id }) => nodes.map((node): Ends => ({ from: id, to: node, kind: 'storage' })))
  const clients = frame.applications.map(({ id, on }): Ends => {
    const isViaProxy = frame.proxy?.clients.includes(id)
    return { from: id, to: isViaProxy ? 'proxy' : on, kind: 'client' }
  })
  return [...clients, ...peersOf(frame), ...storage]
}

type Places = Pick<LinkShape, 'path' | 'grip' | 'gripBox' | 'markAt'>

/** They do not change while a way stands, and each frame asks for them. */
const placesAlong = new WeakMap<Route, Places>()

function placesOf(route: Route, kind: LinkShape['kind']): Places {
  const known = placesAlong.get(route)
  if (known !== undefined) return known
  const { x, y } = positionAt(route, markShares[kind])
  const places: Places = {
    path: route.path,
    grip: pathBetween(route, ...grips[kind]),
    gripBox: kind === 'client' ? boxAlong(route, grips.client) : null,
    markAt: { x: round(x), y: round(y) },
  }
  placesAlong.set(route, places)
  return places
}

export function linkShapes(frame: Frame, wiring: Wiring): LinkShape[] {
  return endsOf(frame, wiring).flatMap(ends => {
    const route = routeBetween(wiring, ends.from, ends.to)
    if (route === null) return []
    const id = `${ends.from}<>${ends.to}`
    const hue = hueOf(frame, ends.from)
    const isAmongWriters = (wiring.layout.multiMaster?.writers.length ?? 0) > 1
    return [
      {
        ...ends,
        id,
        hue,
        strokes: isAmongWriters && ends.kind === 'storage' ? hue : 0,
        ...placesOf(route, ends.kind),
        ...stateOf(frame, ends.from, ends.to),
      },
    ]
  })
}
