/**
 * Inside, illustrative: each instance stands on a host of its zone, beside other customers. What is
 * reserved for it is the next step of the grid above what it has. A host of which too much is
 * reserved is hot: an instance moves live to the host that fits it most tightly, its capacity
 * frozen, its connections kept. A few scale-ups in 100,000 need a move as well. Rule S22.
 */
import { chance, createStream } from '../../kernel/streams.ts'
import { type Context, tell } from '../context.ts'
import type { World } from '../world.ts'
import { gridMicroAcu } from './ramp.ts'
import type { Capacity } from './serverless.ts'
import { v2Of } from './v2Of.ts'
import type { Hosts, Moving } from './v2State.ts'

const million = 1_000_000

/** What others have reserved on the hosts of a zone at first, in ACU: an invention. */
const othersAtFirst = [56, 84, 20]

/** Awakens it; every instance stands on the first host of its zone. */
export function hostsOf(world: World): Hosts {
  const v2 = v2Of(world)
  v2.hosts ??= createHosts(world)
  return v2.hosts
}

function createHosts(world: World): Hosts {
  const { instances, zones, setup } = world
  const hosts = zones.flatMap(({ id }, zone) =>
    othersAtFirst.map((acu, place) => ({
      id: `${id.replace('az-', '')}-host-${place + 1}`,
      zone,
      others: acu * million,
    })),
  )
  return {
    hosts,
    placed: instances.map(({ zone }) => hosts.findIndex(host => host.zone === zone)),
    moving: instances.map(() => null),
    stream: createStream(setup.seed, 'hosts'),
    seen: instances.map(() => 0),
    scaleUps: 0,
    migrations: 0,
  }
}

/** Of an instance that is awake, the grid point above what it has; while it moves, what it had. */
export function reservedOf(hosts: Hosts, { instance, exact, state }: Capacity): number {
  if (state !== 'active' && state !== 'pausing') return 0
  const moving = hosts.moving[instance]
  return moving ? moving.limit : (Math.floor(exact / gridMicroAcu) + 1) * gridMicroAcu
}

/** Reserved on a host by everybody. */
export function reservedOn(world: World, hosts: Hosts, host: number): number {
  let reserved = hosts.hosts[host]!.others
  for (const capacity of world.serverless!.capacities) {
    if (hosts.placed[capacity.instance] === host) reserved += reservedOf(hosts, capacity)
  }
  return reserved
}

export function heatAt({ setup }: World): number {
  const values = setup.serverless?.v2?.values
  if (!values) return Number.POSITIVE_INFINITY
  return values['serverlessV2.hostSize'] * values['serverlessV2.heatThreshold']
}

/** The most it may have now: pinned while it moves. */
export function limitOf({ serverless }: World, { instance }: Capacity): number {
  return serverless!.v2?.hosts?.moving[instance]?.limit ?? Number.POSITIVE_INFINITY
}

/** Once a second, after the control loop. */
export function watchHost(ctx: Context, capacity: Capacity): void {
  const { world } = ctx
  const hosts = world.serverless!.v2?.hosts
  if (!hosts) return
  const { instance } = capacity
  const moving = hosts.moving[instance]
  const hasGrown = capacity.reported > hosts.seen[instance]! && hosts.seen[instance]! > 0
  hosts.seen[instance] = capacity.reported
  if (moving) {
    if (world.now >= moving.endsAt) arrive(ctx, capacity, hosts, moving)
    return
  }
  if (hasGrown) hosts.scaleUps++
  const ppm = world.setup.serverless!.v2!.values['serverlessV2.migrationProbability']
  if (isHot(world, hosts, hosts.placed[instance]!)) move(ctx, capacity, hosts, 'heat')
  else if (hasGrown && chance(hosts.stream, ppm)) move(ctx, capacity, hosts, 'chance')
}

export function isHot(world: World, hosts: Hosts, host: number): boolean {
  return reservedOn(world, hosts, host) > heatAt(world)
}

function move(ctx: Context, capacity: Capacity, hosts: Hosts, because: 'heat' | 'chance'): void {
  const { world } = ctx
  const { instance } = capacity
  const from = hosts.placed[instance]!
  const to = tightest(world, hosts, capacity)
  if (to < 0) return
  const limit = reservedOf(hosts, capacity)
  const { neighbourFact } = v2Of(world)
  ctx.cause = (because === 'heat' ? neighbourFact : 0) || capacity.fact
  const fact = tell(ctx, 'MigrationBegan', {
    instance: world.instances[instance]!.id,
    from: hosts.hosts[from]!.id,
    to: hosts.hosts[to]!.id,
    because,
    reserved: reservedOn(world, hosts, from) / million,
    acu: capacity.reported / million,
  })
  const endsAt = world.now + world.setup.serverless!.v2!.values['serverlessV2.migration']
  hosts.moving[instance] = { from, to, since: world.now, endsAt, limit, fact }
}

/** Load stays uneven on purpose: the fullest host of the zone that is not hot with it; or -1. */
function tightest(world: World, hosts: Hosts, capacity: Capacity): number {
  const wanted = reservedOf(hosts, capacity)
  const here = hosts.placed[capacity.instance]!
  let best = -1
  for (const [index, { zone }] of hosts.hosts.entries()) {
    const reserved = reservedOn(world, hosts, index)
    const isElsewhere = index !== here && zone === hosts.hosts[here]!.zone
    if (!isElsewhere || reserved + wanted > heatAt(world)) continue
    if (best < 0 || reserved > reservedOn(world, hosts, best)) best = index
  }
  return best
}

function arrive(ctx: Context, { instance }: Capacity, hosts: Hosts, moving: Moving): void {
  const { world } = ctx
  hosts.placed[instance] = moving.to
  hosts.moving[instance] = null
  hosts.migrations++
  ctx.cause = moving.fact
  tell(ctx, 'InstanceMigrated', {
    instance: world.instances[instance]!.id,
    to: hosts.hosts[moving.to]!.id,
    tookMicros: world.now - moving.since,
  })
}

/** Asleep or dead it moves nowhere: it will begin where it was. */
export function stayPut({ serverless }: World, instance: number): void {
  const hosts = serverless!.v2?.hosts
  if (hosts) hosts.moving[instance] = null
}
