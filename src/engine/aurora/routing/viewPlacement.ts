/** The map for the picture: who uses which instances, by which name, and what each feels. */
import type { Frame } from '../../contract/frame.ts'
import type { EndpointView, PlacedView } from '../../contract/placementView.ts'
import { sessionState } from '../endpoint/createApplication.ts'
import type { World } from '../world.ts'
import { isGone, watchedBy } from './healthChecks.ts'
import { isOffered } from './names.ts'
import { countsOf, namedCounts } from './noteCounts.ts'
import type { RoutedClient } from './routing.ts'
import { shapeOf } from './shapeOf.ts'

export function viewPlacement(world: World, frame: Frame): void {
  const { routing, setup, now } = world
  const since = routing!.notedAt[0] ?? now
  frame.placement = {
    shape: shapeOf(world),
    applications: setup.workload.flatMap(({ kind }, index) =>
      kind === 'scripted' ? [] : [viewApplication(world, index)],
    ),
    endpoints: viewEndpoints(world),
    checkMicros: world.parameters['client.healthCheckPeriod'],
    windowMicros: now - since,
  }
  for (let index = 0; index < frame.applications.length; index++) {
    frame.applications[index]!.route = routing!.clients[index]!.route
  }
}

function viewApplication(world: World, index: number): PlacedView {
  const { setup, routing, instances } = world
  const { id, table, own, pattern, writes } = setup.workload[index]!
  const client = routing!.clients[index]!
  const { route, endpoint, checks } = client
  const isPart = own !== undefined && pattern !== 'partitioned'
  const plan = checks?.plan ?? []
  const now = countsOf(world, index)
  const before = client.noted[0] ?? now
  return {
    id,
    table: setup.tables[table]!.name,
    rows: isPart ? [own.first, own.first + own.rows - 1] : null,
    writes,
    route,
    endpoint: setup.endpoints?.[endpoint]?.id ?? '',
    sessionsOn: sessionsOn(world, index),
    standby: plan
      .filter(its => its !== world.applications[index]!.instance && !isGone(world, checks!, its))
      .map(its => instances[its]!.id),
    checks: viewChecks(world, index, client),
    pauseMicros: checks?.pauseMicros ?? 0,
    takesOverAt: checks === null || checks.takesOverAt < 0 ? null : checks.takesOverAt,
    totals: namedCounts(now),
    recent: namedCounts(now.map((count, place) => count - before[place]!)),
  }
}

function sessionsOn({ applications, instances }: World, index: number): number[] {
  const { state, target } = applications[index]!
  return instances.map((_, instance) =>
    target.reduce(
      (sum, its, session) =>
        sum + (its === instance && state[session] !== sessionState.retired ? 1 : 0),
      0,
    ),
  )
}

function viewChecks(world: World, index: number, client: RoutedClient): PlacedView['checks'] {
  const { checks } = client
  if (checks === null) return null
  return watchedBy(world, index, client).map(instance => ({
    instance: world.instances[instance]!.id,
    misses: checks.misses[instance]!,
    isGone: isGone(world, checks, instance),
  }))
}

function viewEndpoints(world: World): EndpointView[] {
  const { instances, setup, failover, routing } = world
  const all = instances.map(({ id }) => id)
  const leader = failover ? failover.cached : routing!.leadsTo
  const cluster = { id: 'cluster', kind: 'cluster' as const, members: all, leadsTo: [all[leader]!] }
  const custom = (setup.endpoints ?? []).map(({ id, kind, members }, index) => ({
    id,
    kind,
    members: members.map(member => all[member]!),
    leadsTo: members.filter(member => isOffered(world, index, member)).map(its => all[its]!),
  }))
  return [cluster, ...(setup.topology === 'multi-master' ? [] : [viewReader(world)]), ...custom]
}

/** F9: the writer stands in while no reader is open. */
function viewReader({ instances, failover }: World): EndpointView {
  const readers = instances.filter(({ role }) => role === 'reader')
  const open = readers.filter(({ status }) => status === 'open').map(({ id }) => id)
  const writer = instances[failover?.cached ?? 0]!.id
  return {
    id: 'reader',
    kind: 'reader',
    members: readers.map(({ id }) => id),
    leadsTo: open.length > 0 ? open : [writer],
  }
}
