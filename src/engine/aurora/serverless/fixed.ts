/**
 * A fluid demand at a provisioned instance is served by the same rule as at a serverless one, by a
 * capacity that never changes: its CPUs, at `vcpuPerAcu` CPUs an ACU. Only instances that have such
 * a demand stand here. Rule S32.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import type { Context } from '../context.ts'
import type { World } from '../world.ts'
import { countIo } from './countIo.ts'
import { maxConnectionsAt } from './maxConnectionsAt.ts'
import { readLoad } from './readLoad.ts'
import type { Served, Serverless } from './serverless.ts'
import { serverlessEventKind } from './serverlessEventKind.ts'
import { settleMeter } from './settleMeter.ts'
import { shareCpus } from './shareCpus.ts'

const secondMicros = 1_000_000
const million = 1_000_000

export function addFixed(world: World, serverless: Serverless): void {
  const { instances } = world.setup
  const hosts = instances.flatMap(({ isServerless }, index) =>
    !isServerless && serverless.demands.some(({ instance }) => instance === index) ? [index] : [],
  )
  if (hosts.length === 0) return
  serverless.fixed = hosts.map(index => createFixed(world, index))
  for (const index of hosts) {
    serverless.cpus[index] = { speedPpm: million, askedMicros: 0, undoneMicros: 0 }
  }
  schedule(world.queue, world.now + secondMicros, serverlessEventKind.fixedTick, 0)
}

/** A demand has come to this instance, or it has another class: if it is provisioned, it serves. */
export function serveFixed(world: World, index: number): void {
  const serverless = world.serverless!
  if (serverless.cpus[index] !== null) return
  if (!serverless.fixed) {
    serverless.fixed = []
    schedule(world.queue, world.now + secondMicros, serverlessEventKind.fixedTick, 0)
  }
  serverless.fixed.push(createFixed(world, index))
  serverless.cpus[index] = { speedPpm: million, askedMicros: 0, undoneMicros: 0 }
}

/** It leaves, or will have another class. */
export function dropFixed({ serverless }: World, index: number): void {
  const { fixed = [], cpus } = serverless!
  const at = fixed.findIndex(({ instance }) => instance === index)
  if (at < 0) return
  fixed.splice(at, 1)
  cpus[index] = null
}

function createFixed(world: World, instance: number): Served {
  const { vcpus } = world.instances[instance]!
  const perAcu = world.parameters['serverlessV2.vcpuPerAcu']
  const exact = Math.ceil((vcpus * million * million) / perAcu)
  return {
    instance,
    state: 'active',
    exact,
    usedBySessions: 0,
    usedByDemand: 0,
    connections: 0,
    maxConnections: maxConnectionsAt(world.setup.dialect, { min: exact, max: exact }),
  }
}

export function fixedTick({ world }: Context): void {
  const { serverless } = world
  schedule(world.queue, world.now + secondMicros, serverlessEventKind.fixedTick, 0)
  for (const served of serverless!.fixed ?? []) {
    if (isServerlessNow(world, served)) continue
    served.state = world.instances[served.instance]!.status === 'open' ? 'active' : 'resuming'
    readLoad(world, served)
    shareCpus(world, served)
  }
  if (serverless!.capacities.length > 0) return
  settleMeter(world)
  countIo(world)
}

/** A cluster that can be changed may have made it serverless meanwhile. */
function isServerlessNow({ serverless }: World, { instance }: Served): boolean {
  return serverless!.capacities.some(capacity => capacity.instance === instance)
}
