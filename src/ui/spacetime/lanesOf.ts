/**
 * The lanes of the space-time diagram: one an actor, applications first, then zone by zone writers,
 * readers and storage nodes. A folded zone is one lane; hidden lanes are left out, and so are spare
 * nodes that nobody speaks to.
 */
import type { Frame } from '../../engine/contract/frame.ts'
import type { ActorId, ZoneId } from '../../engine/contract/ids.ts'
import type { SpacetimeAnswer } from '../../engine/contract/spacetime.ts'

export interface Lane {
  /** Of its actor, or of the zone that it stands for. */
  id: ActorId | ZoneId
  name: string
  kind: 'application' | 'writer' | 'reader' | 'node' | 'zone'
  zone: ZoneId | null
  /** Index into the actors. */
  actors: number[]
}

export interface LaneChoice {
  hidden: readonly string[]
  folded: readonly ZoneId[]
}

export type Cast = Pick<Frame, 'actors' | 'zones' | 'nodes' | 'instances'>

const ranks: Lane['kind'][] = ['application', 'writer', 'reader', 'node', 'zone']

/** The cluster as it is, without spares that take no part in the window. */
export function castOf(
  { zones, nodes, instances }: Omit<Cast, 'actors'>,
  { actors, messages }: Pick<SpacetimeAnswer, 'actors' | 'messages'>,
): Cast {
  const speaking = new Set(messages.flatMap(({ from, to }) => [from, to]))
  const isIdle = ({ id, isSpare }: Frame['nodes'][number]) =>
    isSpare && !speaking.has(actors.indexOf(id))
  return { actors, zones, nodes: nodes.filter(node => !isIdle(node)), instances }
}

/** All of them, in order, none folded or hidden. */
export function everyLane({ actors, zones, nodes, instances }: Cast): Lane[] {
  const lanes = actors.flatMap((id, actor): Lane[] => {
    const node = nodes.find(each => each.id === id)
    const instance = instances.find(each => each.id === id)
    if (node === undefined && id.startsWith('node-')) return []
    const zone = (node ?? instance)?.zone ?? null
    const kind = node ? 'node' : (instance?.role ?? 'application')
    return [{ id, name: id.replace(/^node-/, ''), kind, zone, actors: [actor] }]
  })
  const zoneRank = ({ zone }: Lane) => zones.findIndex(({ id }) => id === zone)
  return lanes.sort(
    (a, b) => zoneRank(a) - zoneRank(b) || ranks.indexOf(a.kind) - ranks.indexOf(b.kind),
  )
}

export function lanesOf(cast: Cast, { hidden, folded }: LaneChoice): Lane[] {
  const shown: Lane[] = []
  for (const lane of everyLane(cast)) {
    const { zone } = lane
    if (zone !== null && folded.includes(zone)) foldInto(shown, zone, lane)
    else if (!hidden.includes(lane.id)) shown.push(lane)
  }
  return shown
}

function foldInto(shown: Lane[], zone: ZoneId, { actors }: Lane): void {
  const last = shown.at(-1)
  if (last?.id === zone) last.actors.push(...actors)
  else shown.push({ id: zone, name: zone.replace('az-', 'zone '), kind: 'zone', zone, actors })
}
