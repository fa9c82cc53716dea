/**
 * What is shown of Serverless v2 beside its control loops: monitoring figures as AWS defines them,
 * of the maximum and not of what there is now; cache, memory, host; and of the cluster features,
 * hosts and whether it is stopped. Rules S13 to S16, S19 and S22.
 */
import type { V2ClusterView, V2View } from '../../contract/serverlessV2.ts'
import type { World } from '../world.ts'
import { featureFloor } from './floorOf.ts'
import { heatAt, isHot, reservedOf } from './hosts.ts'
import { maxConnectionsAt } from './maxConnectionsAt.ts'
import { bytesPerAcu, poolBytesAt } from './poolBytes.ts'
import { platformOf } from './rampOf.ts'
import { featuresOf } from './setFeature.ts'
import type { Capacity, Serverless } from './serverless.ts'

const million = 1_000_000

export function viewV2(world: World, serverless: Serverless, capacity: Capacity): V2View {
  const { reported, usedBySessions, usedByDemand, maxConnections } = capacity
  const { max, v2 } = serverless
  const after = maxConnectionsAt(world.setup.dialect, serverless)
  const short = v2?.short[capacity.instance]
  return {
    acuUtilizationPpm: sharePpm(reported, max),
    cpuUtilizationPpm: sharePpm(usedBySessions + usedByDemand, max),
    freeableBytes: capacity.exact > 0 ? freeableBytes(world, serverless, capacity) : null,
    afterReboot: after === maxConnections ? null : after,
    pool: viewPool(world, capacity),
    shortMicros: short && short.since >= 0 ? world.now - short.since : 0,
    isIncompatible: short?.isIncompatible ?? false,
    stop: v2?.stop?.state ?? null,
    migration: viewMigration(serverless, capacity),
  }
}

function sharePpm(used: number, whole: number): number {
  return whole > 0 ? Math.min(million, Math.floor((used * million) / whole)) : 0
}

/** Free at the maximum: that, less the cache as it is and what connections take. */
function freeableBytes(world: World, { max }: Serverless, capacity: Capacity): number {
  const each = world.parameters['serverlessV2.memoryPerConnection']
  const taken = poolBytesAt(world, capacity.exact) + capacity.connections * each
  return Math.max(0, Math.floor((max / million) * bytesPerAcu) - taken)
}

function viewPool(world: World, { instance, exact }: Capacity): V2View['pool'] {
  const { pool } = world.instances[instance]!.memory
  const wanted = world.setup.tables.reduce((sum, { pages }) => sum + pages, 0)
  const isAwake = exact > 0
  return {
    held: isAwake ? pool.used : 0,
    room: isAwake ? pool.pageOfFrame.length : 0,
    wanted,
    bytes: poolBytesAt(world, exact),
  }
}

function viewMigration({ v2 }: Serverless, { instance }: Capacity): V2View['migration'] {
  const moving = v2?.hosts?.moving[instance]
  if (!moving) return null
  const { hosts } = v2!.hosts!
  return { from: hosts[moving.from]!.id, to: hosts[moving.to]!.id, endsAt: moving.endsAt }
}

export function viewV2Cluster(world: World, { v2 }: Serverless): V2ClusterView {
  const { setup } = world
  const hosts = v2?.hosts ?? null
  return {
    platform: platformOf(world),
    features: [...(v2?.features ?? [])],
    offered: [...featuresOf(world)],
    floor: featureFloor(world),
    stop: v2?.stop ? viewStop(v2.stop) : null,
    hosts: hosts ? viewHosts(world) : [],
    hostSize: (setup.serverless!.v2?.values['serverlessV2.hostSize'] ?? 0) * million,
    heatAt: hosts ? heatAt(world) : 0,
    migrations: hosts?.migrations ?? 0,
    scaleUps: hosts?.scaleUps ?? 0,
  }
}

function viewStop({
  state,
  since,
  endsAt,
}: {
  state: 'stopping' | 'stopped' | 'starting'
  since: number
  endsAt: number
}) {
  return { state, since, endsAt }
}

/** Only hosts of zones in which the cluster has a serverless instance. */
function viewHosts(world: World): V2ClusterView['hosts'] {
  const { capacities, v2 } = world.serverless!
  const inside = v2!.hosts!
  const zones = capacities.map(({ instance }) => world.instances[instance]!.zone)
  return inside.hosts.flatMap(({ id, zone, others }, index) => {
    if (!zones.includes(zone)) return []
    const here = capacities.filter(({ instance }) => inside.placed[instance] === index)
    const ours = here.map(capacity => ({
      id: world.instances[capacity.instance]!.id,
      reserved: reservedOf(inside, capacity),
    }))
    return [{ id, others, ours, isHot: isHot(world, inside, index) }]
  })
}
