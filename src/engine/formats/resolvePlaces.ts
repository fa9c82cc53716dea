/** Where applications go, as the engine runs it: routes, custom endpoints, plans, shards. */
import type { Scenario, SessionsWorkload, Setup } from '../contract/scenario.ts'
import { parseDuration } from './duration.ts'

type Cluster = Scenario['cluster']
type Workload = Setup['workload'][number]

const routes = ['cluster', 'reader', 'round-robin'] as const

function indexOf({ instances }: Cluster, id: string): number {
  return instances.findIndex(its => its.id === id)
}

export function resolveEndpoints(cluster: Cluster): Pick<Setup, 'endpoints'> {
  if (!cluster.endpoints) return {}
  const endpoints = cluster.endpoints.map(({ id, kind, members }) => ({
    id,
    kind,
    members: members.map(member => indexOf(cluster, member)),
  }))
  return { endpoints }
}

/** Whoever goes by a name begins at the first instance, until it has asked. */
export function resolvePlace(
  on: SessionsWorkload['on'],
  cluster: Cluster,
): Pick<Workload, 'on' | 'route' | 'endpoint'> {
  const writer = cluster.instances[0]?.id ?? ''
  const route = routes.find(its => its === on)
  if (on === undefined || route) return { on: writer, route: route ?? 'instance' }
  const endpoint = (cluster.endpoints ?? []).findIndex(({ id }) => id === on)
  if (endpoint < 0) return { on, route: 'instance' }
  return { on: cluster.endpoints![endpoint]!.members[0] ?? writer, route: 'endpoint', endpoint }
}

export function resolvePlan(
  plan: SessionsWorkload['healthCheck'],
  cluster: Cluster,
): Pick<Workload, 'healthCheck'> {
  if (!plan) return {}
  const standby = (plan.standby ?? []).map(id => indexOf(cluster, id))
  return { healthCheck: { standby, pauseMicros: parseDuration(plan.pause) ?? 0 } }
}

export function resolvePart({ rows }: SessionsWorkload['keys']): Pick<Workload, 'own'> {
  return rows ? { own: { first: rows[0], rows: rows[1] - rows[0] + 1 } } : {}
}
