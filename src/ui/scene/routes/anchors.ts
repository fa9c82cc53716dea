/** Where the ways to each actor begin and end. */
import type { ActorId, ZoneId } from '../../../engine/contract/ids.ts'
import { centre, type Point, right } from '../geometry.ts'
import type { Layout } from '../layout/layout.ts'

export type Anchor =
  | { kind: 'application' | 'proxy'; at: Point }
  | { kind: 'instance'; zone: ZoneId; centre: Point; radius: number }
  | { kind: 'node'; zone: ZoneId; at: Point; gutter: number | null }

/** The ways end a little above a column, so that the cells stay free. */
const aboveColumn = 4

function nodeAnchors(layout: Layout): [ActorId, Anchor][] {
  const columns = layout.columns.map(({ node, zone, box }): [ActorId, Anchor] => {
    const at = { x: centre(box).x, y: box.y - aboveColumn }
    return [node, { kind: 'node', zone, at, gutter: null }]
  })
  const chips = layout.chips.map(({ node, zone, box }): [ActorId, Anchor] => {
    const at = { x: box.x + 2, y: centre(box).y }
    return [node, { kind: 'node', zone, at, gutter: box.x - 2 }]
  })
  return [...chips, ...columns]
}

function instanceAnchors(layout: Layout): [ActorId, Anchor][] {
  return layout.instances.map(({ id, zone, centre: { x, y }, radius }) => {
    const anchor: Anchor = {
      kind: 'instance',
      zone,
      centre: { x, y },
      radius,
    }
    return [id, anchor]
  })
}

function applicationAnchors(layout: Layout): [ActorId, Anchor][] {
  return layout.applications.map(({ id, card }) => {
    const at = { x: right(card), y: centre(card).y }
    return [id, { kind: 'application', at }]
  })
}

/** All sessions of typed SQL come from one place. */
function consoleAnchors({ consoles }: Layout): [ActorId, Anchor][] {
  if (consoles === null) return []
  const at = { x: right(consoles), y: centre(consoles).y }
  return [['consoles', { kind: 'application', at }]]
}

/** Beside the endpoint: what goes through a proxy asks no name. */
function proxyAnchor({ endpoint, isNarrow }: Layout): [ActorId, Anchor] {
  const at = { x: endpoint.x - (isNarrow ? 20 : 34), y: endpoint.y - 20 }
  return ['proxy', { kind: 'proxy', at }]
}

export function anchorsOf(layout: Layout): Map<ActorId, Anchor> {
  return new Map([
    ...nodeAnchors(layout),
    ...instanceAnchors(layout),
    ...applicationAnchors(layout),
    ...consoleAnchors(layout),
    proxyAnchor(layout),
  ])
}
