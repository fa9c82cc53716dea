/** Serverless at instant zero: every instance at its minimum, awake, with a full allowance. S1. */
import { createMeter } from '../billing/meter.ts'
import type { World } from '../world.ts'
import { addFixed } from './fixed.ts'
import { maxConnectionsAt } from './maxConnectionsAt.ts'
import { nothingAsked } from './commandBehind.ts'
import { ramps } from './ramp.ts'
import { leastOf } from './regulate.ts'
import type { Capacity, CpuShare, Serverless } from './serverless.ts'

export function createServerless(world: World): Serverless {
  const { instances, demand, serverless } = world.setup
  const min = serverless?.minMicroAcu ?? 500_000
  const max = serverless?.maxMicroAcu ?? 16_000_000
  const elastic = instances.flatMap(({ isServerless }, index) => (isServerless ? [index] : []))
  const state: Serverless = {
    min,
    max,
    rangeChangedAt: -1,
    rangeFact: 0,
    capacities: elastic.map(index => createCapacity(world, index, min, max)),
    demands: demand.map(({ on }, index) => ({
      index,
      instance: instances.findIndex(({ id, role }) =>
        on === 'cluster' ? role === 'writer' : id === on,
      ),
      movedTo: -1,
      fact: 0,
      level: 0,
      offered: 0,
      answered: 0,
      backlog: 0,
    })),
    cpus: instances.map(({ isServerless }) => (isServerless ? createCpuShare() : null)),
    meter: createMeter(),
    recordsSeen: 0,
    redoBytes: 0,
    workloadFacts: world.applications.map(() => 0),
  }
  addFixed(world, state)
  return state
}

/** W4: a run begins with an instance that is awake, at the least it may have (*assumption*). */
export function createCapacity(world: World, instance: number, min: number, max: number): Capacity {
  const least = leastOf(min)
  const { platform } = world.setup.serverless ?? { platform: 4 }
  return {
    instance,
    state: 'active',
    since: 0,
    fact: 0,
    enough: nothingAsked(world, { min, max }, 0),
    scarce: nothingAsked(world, { min, max }, 0),
    turn: 1,
    exact: least,
    reported: least,
    target: least,
    tokens: ramps[platform].burst,
    lowMicros: 0,
    need: { cpu: 0, memory: 0, network: 0, floor: least },
    binding: 'floor',
    usedBySessions: 0,
    usedByDemand: 0,
    connections: 0,
    maxConnections: maxConnectionsAt(world.setup.dialect, { min, max }),
    idleSince: 0,
    heldBy: 0,
    idleFact: 0,
    awakeUntil: 0,
    quietSince: 0,
    blockers: [],
    toldBlockers: '',
    waiting: [],
  }
}

export function createCpuShare(): CpuShare {
  return { speedPpm: 1_000_000, askedMicros: 0, undoneMicros: 0 }
}
