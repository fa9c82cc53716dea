/**
 * Names: whoever opens a connection by an endpoint asks where it leads; an open connection stays
 * where it is. The cluster endpoint leads to a writer, the reader endpoint to the open readers in
 * turn, a custom endpoint to its open members in turn. Rules F6, F9, U2, U3.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { type Context, tell } from '../context.ts'
import { nextReader } from '../endpoint/nextReader.ts'
import type { World } from '../world.ts'
import { routingEventKind } from './routingEventKind.ts'

/** The instance that the name of this application leads to now; its own where it has no name. */
export function askName(world: World, index: number): number {
  const { failover, applications } = world
  const { route, endpoint } = world.routing!.clients[index]!
  if (route === 'cluster') return leaderOf(world)
  if (route === 'reader' && failover) return nextReader(world)
  if (route === 'endpoint') return nextMember(world, endpoint)
  return applications[index]!.instance
}

/** F6, U2. */
function leaderOf({ failover, routing, instances }: World): number {
  if (failover) return failover.cached
  return instances.length > 1 ? routing!.leadsTo : 0
}

/** U3: the open member behind the one named last; with none open that one itself. */
function nextMember(world: World, endpoint: number): number {
  const { turns } = world.routing!
  const { members } = world.setup.endpoints![endpoint]!
  for (let step = 1; step <= members.length; step++) {
    const place = (turns[endpoint]! + step) % members.length
    if (!isOffered(world, endpoint, members[place]!)) continue
    turns[endpoint] = place
    return members[place]!
  }
  return members[turns[endpoint]!]!
}

/** U3: a reader that has become the writer is no member of an endpoint of readers. */
export function isOffered({ setup, instances }: World, endpoint: number, member: number): boolean {
  const { role, status } = instances[member]!
  const { kind } = setup.endpoints![endpoint]!
  return status === 'open' && (kind !== 'reader' || role === 'reader')
}

/** U2: in Multi-Master the name moves when its writer has been silent for long. */
export function watchName(ctx: Context, instance: number): void {
  ctx.world.routing!.lossFacts[instance] = ctx.cause
  const { queue, now, parameters, routing, multiMaster, instances } = ctx.world
  if (multiMaster === null || routing!.leadsTo !== instance) return
  if (parameters['multiMaster.choiceEndpointStays'] === 1) return
  const silence = parameters['failover.heartbeat'] * parameters['failover.misses']
  const at = now + silence + parameters['endpoint.dnsTtl']
  schedule(queue, at, routingEventKind.nameDue, instance, instances[instance]!.life)
}

/** U2: to the open writer named first; while there is none, it is looked again. */
export function nameDue(ctx: Context, instance: number, life: number): void {
  const { queue, now, parameters, routing, instances } = ctx.world
  if (instances[instance]!.life !== life || routing!.leadsTo !== instance) return
  if (instances[instance]!.status === 'open') return
  const next = instances.findIndex(({ status }) => status === 'open')
  if (next < 0) {
    const at = now + parameters['failover.heartbeat']
    schedule(queue, at, routingEventKind.nameDue, instance, life)
    return
  }
  routing!.leadsTo = next
  ctx.cause = routing!.lossFacts[instance]!
  tell(ctx, 'EndpointMoved', { endpoint: 'cluster', to: instances[next]!.id })
}
