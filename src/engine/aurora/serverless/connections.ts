/**
 * Open user connections of an instance: a session holds one while it lives, even when it only
 * thinks, and a fluid demand holds its own while its level is above zero. Sessions that go through
 * a proxy hold theirs there; the proxy holds its own to the instance. Rules S9 and F19.
 */
import type { Application } from '../application.ts'
import { sessionState } from '../endpoint/createApplication.ts'
import type { World } from '../world.ts'
import type { Demand, Served } from './serverless.ts'

const million = 1_000_000

export function connectionsAt(world: World, { instance, maxConnections }: Served): number {
  let open = connectionsOfSessions(world, instance) + connectionsOfConsoles(world, instance)
  for (const demand of world.serverless!.demands) {
    if (demand.instance === instance) open += connectionsWanted(world, demand)
  }
  return Math.min(open, maxConnections)
}

/** Consoles that type SQL hold one each, as long as they stay. */
function connectionsOfConsoles({ sql }: World, instance: number): number {
  return sql?.places[instance]?.connections.length ?? 0
}

function connectionsWanted({ setup }: World, { index, level }: Demand): number {
  return level > 0 ? setup.demand[index]!.connections : 0
}

/** S9: of so many connections wanted by a demand the part that is admitted, after the sessions. */
export function admittedPpm(world: World, demand: Demand): number {
  const wanted = connectionsWanted(world, demand)
  const { capacities, demands, fixed = [] } = world.serverless!
  const most = [...capacities, ...fixed].find(
    ({ instance }) => instance === demand.instance,
  )?.maxConnections
  if (wanted === 0 || most === undefined) return million
  let left = most - connectionsOfSessions(world, demand.instance)
  for (const { index, instance, level } of demands.slice(0, demands.indexOf(demand))) {
    if (instance === demand.instance && level > 0) left -= world.setup.demand[index]!.connections
  }
  return Math.floor((Math.min(wanted, Math.max(0, left)) * million) / wanted)
}

export function connectionsOfSessions(world: World, instance: number): number {
  let open = connectionsOfProxy(world, instance)
  for (let index = 0; index < world.applications.length; index++) {
    open += ownConnections(world, index, instance, Number.POSITIVE_INFINITY)
  }
  return open
}

/** Those of the first sessions of an application, none of them through a proxy. */
export function ownConnections(
  { applications, setup }: World,
  index: number,
  instance: number,
  upTo: number,
): number {
  const { kind, isViaProxy } = setup.workload[index]!
  if (kind !== 'sessions' || isViaProxy) return 0
  const application = applications[index]!
  return sessionsAt(application, instance, Math.min(upTo, application.state.length))
}

/** A cluster that is stopped has cut them. */
export function connectionsOfProxy({ proxy, instances }: World, instance: number): number {
  const isThere = proxy?.writer === instance && instances[instance]!.status !== 'paused'
  return isThere ? proxy.opened : 0
}

/** Of its first sessions those that live and are connected there, or want to be. */
export function sessionsAt(application: Application, instance: number, upTo: number): number {
  const { state, target } = application
  let open = 0
  for (let session = 0; session < upTo; session++) {
    if (state[session] !== sessionState.retired && target[session] === instance) open++
  }
  return open
}

/** Bytes of the tables that its connected applications use. */
export function workingSetAt(world: World, instance: number): number {
  const isUsed = world.setup.tables.map(() => false)
  for (let index = 0; index < world.applications.length; index++) {
    const application = world.applications[index]!
    const isConnected = sessionsAt(application, instance, application.state.length) > 0
    if (isConnected) isUsed[world.setup.workload[index]!.table] = true
  }
  let pages = 0
  for (let table = 0; table < isUsed.length; table++) {
    if (isUsed[table]) pages += world.setup.tables[table]!.pages
  }
  return pages * 16_384
}
