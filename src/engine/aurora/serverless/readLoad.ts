/**
 * What an instance was asked for in the last second: CPU that sessions really used, the fluid
 * demand with what of it is late, memory, and the redo on the wire. Each becomes a need in
 * micro-ACU; the greatest binds. Rules S2, S5 and S6.
 */
import type { World } from '../world.ts'
import { admittedPpm, connectionsAt, workingSetAt } from './connections.ts'
import { curveOf, levelAt, microAcuOf, microAcuOfCpu } from './demandLevel.ts'
import { isFollowing } from './isFollowing.ts'
import { noteUnconnected, noteWaiting } from './missed.ts'
import { bytesPerAcu, memoryFor } from './poolBytes.ts'
import { mostOf } from './regulate.ts'
import type { Capacity, Demand, Served } from './serverless.ts'
import { floorOf } from './floorOf.ts'

const million = 1_000_000
/** 100 Mbit a second: an assumption, in bytes. */
const networkPerAcu = 12_500_000
const copiesSent = 6

export function readLoad(world: World, capacity: Served): void {
  capacity.usedBySessions = usedBySessions(world, capacity.instance)
  capacity.usedByDemand = serveDemands(world, capacity)
  capacity.connections = connectionsAt(world, capacity)
}

/** Work asked for, and what of it and of earlier is done by now. */
function usedBySessions(world: World, instance: number): number {
  const share = world.serverless!.cpus[instance]!
  const { cpuFreeAt } = world.instances[instance]!.memory
  let undone = 0
  for (const freeAt of cpuFreeAt) undone += Math.max(0, freeAt - world.now)
  undone = Math.floor((undone * share.speedPpm) / million)
  const done = Math.max(0, share.askedMicros + share.undoneMicros - undone)
  share.askedMicros = 0
  share.undoneMicros = undone
  return microAcuOfCpu(world, done)
}

/** The fluid demands share what the sessions leave, by what each wants. Returns what they use. */
function serveDemands(world: World, capacity: Served): number {
  const room = Math.max(0, roomOf(capacity) - capacity.usedBySessions)
  const here = world.serverless!.demands.filter(({ instance }) => instance === capacity.instance)
  for (const demand of here) offer(world, demand)
  const wanted = here.reduce((sum, { offered, backlog }) => sum + offered + backlog, 0)
  const share = wanted > room ? room / wanted : 1
  for (const demand of here) serve(world, capacity, demand, isServed(world, demand) ? share : 0)
  return here.reduce((sum, { answered }) => sum + answered, 0)
}

/** S34: who goes by the cluster endpoint is served by an open writer only. */
function isServed(world: World, demand: Demand): boolean {
  const { status, role } = world.instances[demand.instance]!
  return !isFollowing(world, demand) || (status === 'open' && role === 'writer')
}

function roomOf({ state, exact }: Served): number {
  return state === 'active' || state === 'pausing' ? exact : 0
}

function offer(world: World, demand: Demand): void {
  const setup = world.setup.demand[demand.index]!
  const curve = curveOf(world, demand.index)
  demand.level = demand.movedTo >= 0 ? demand.movedTo : levelAt(curve, world.now)
  const wanted = microAcuOf(world, setup.unit, demand.level)
  demand.offered = Math.floor((wanted * admittedPpm(world, demand)) / million)
  noteUnconnected(world, demand, wanted - demand.offered)
}

/**
 * What is not served is late; later than a client waits, it is given up (*assumption*). Nothing is
 * served asleep: there it is late since it came.
 */
function serve(world: World, { exact }: Served, demand: Demand, share: number): void {
  const wanted = demand.offered + demand.backlog
  demand.answered = Math.floor(wanted * share)
  const patience = world.parameters['client.connectTimeout'] / million
  const rate = exact > 0 ? exact : demand.offered
  const left = wanted - demand.answered
  const waiting = demand.offered - Math.max(0, demand.answered - demand.backlog)
  demand.backlog = Math.min(left, Math.floor(rate * patience))
  noteWaiting(world, demand, waiting, left - demand.backlog)
}

export function noteNeed(world: World, capacity: Capacity): void {
  const { need } = capacity
  need.cpu = cpuNeed(world, capacity)
  need.memory = memoryNeed(world, capacity)
  need.network = networkNeed(world, capacity)
  need.floor = floorOf(world, capacity)
  capacity.binding = bindingOf(need)
}

/** Busy to the target share; what is late is worked off in the rest. */
function cpuNeed(world: World, { instance, usedBySessions: sessions }: Capacity): number {
  let asked = sessions
  for (const demand of world.serverless!.demands) {
    if (demand.instance === instance) asked += demand.offered
  }
  return Math.floor((asked * million) / world.parameters['serverlessV2.targetBusy'])
}

function memoryNeed(world: World, { instance, connections }: Capacity): number {
  const pool = memoryFor(world, workingSetAt(world, instance))
  const bytes = pool + connections * world.parameters['serverlessV2.memoryPerConnection']
  return Math.floor((bytes * million) / bytesPerAcu)
}

/** Redo goes to six copies; only a writer sends it. */
function networkNeed({ instances, serverless }: World, { instance }: Capacity): number {
  if (instances[instance]!.role !== 'writer') return 0
  return Math.floor((serverless!.redoBytes * copiesSent * million) / networkPerAcu)
}

function bindingOf(need: Capacity['need']): Capacity['binding'] {
  const most = mostOf(need)
  if (need.cpu === most) return 'cpu'
  if (need.memory === most) return 'memory'
  return need.network === most ? 'network' : 'floor'
}
