/** The engine as the worker uses it: the door of the engine behind the calls of `EngineDoor`. */
import {
  apply,
  askToStop,
  type Brought,
  bucketMicros,
  type Checkpoint,
  createSimulation,
  listen,
  movingOf,
  nextEventAt,
  openingRun,
  parseDuration,
  parseSpeed,
  pictureOf,
  restore,
  runUntil,
  type Simulation,
  save,
  wingsOf,
} from '../engine/index.ts'
import type { Setup } from '../engine/contract/scenario.ts'
import type { Sample } from './chart.ts'
import type { EngineDoor, Machine } from './engineDoor.ts'
import { figuresOf, gaugeOf } from './figures.ts'
import { loadWings } from './loadWings.ts'
import { plainBytes } from './plainBytes.ts'

export const realEngine: EngineDoor = {
  prepare,
  createMachine,
  openingRun,
  parseDuration,
  parseSpeed,
  bucketMicros,
}

/** Saved states are measured one in so many: counting every number takes as long as copying. */
const measuredEvery = 16

/** What has been loaded so far; machines made before see what comes later. */
export const brought: Brought = { wings: [], late: null, speak: null, giveCommand: null }

/** What the chart notes beside commits comes after the first picture. */
export const sampling: { sample: ((simulation: Simulation) => Sample) | null } = { sample: null }

async function prepare(setup: Setup): Promise<void> {
  const more = await loadWings(wingsOf(setup), brought.wings)
  brought.wings = [...brought.wings, ...more]
}

function createMachine(setup: Setup): Machine {
  const simulation = createSimulation(setup, brought)
  const measured = { saves: 0, bytes: 0 }
  return {
    at: () => simulation.world.now,
    events: () => simulation.world.eventCount,
    facts: () => simulation.world.factCount,
    delivered: () => simulation.world.network.counters.delivered,
    broken: () => brokenOf(simulation),
    nextAt: () => nextEventAt(simulation),
    runUntil: (at, maxEvents) => runUntil(simulation, at, maxEvents),
    apply: command => apply(simulation, command),
    listen: (listener, isDetailed) => listen(simulation, listener, isDetailed),
    askToStop: () => askToStop(simulation),
    save: () => {
      const state = save(simulation)
      const { at, events, facts } = state
      if (measured.saves++ % measuredEvery === 0) measured.bytes = plainBytes(state)
      return { at, events, facts, bytes: measured.bytes, state }
    },
    restore: ({ state }) => restore(simulation, state as Checkpoint),
    frame: () => frameOfRun(simulation),
    moving: buffer => movingOf(simulation.world, buffer, simulation.context.mechanisms),
    latencies: () => latenciesOf(simulation),
    gauge: () => gaugeOf(simulation),
    sample: () => sampling.sample?.(simulation) ?? null,
    figures: () => figuresOf(simulation),
    simulation,
  }
}

function brokenOf({ broken }: Simulation): ReturnType<Machine['broken']> {
  return broken === null ? null : { law: broken.law, at: broken.at }
}

function frameOfRun({ world, broken, context }: Simulation): ReturnType<Machine['frame']> {
  return pictureOf(world, broken ? 1 : 0, context.mechanisms, brought.speak)
}

/** One writer in this version; the sum of all instances as soon as there are more. */
function latenciesOf({ world }: Simulation): ArrayLike<number> {
  const [first, ...others] = world.instances
  if (others.length === 0) return first!.latency
  const sum = first!.latency.slice()
  for (const { latency } of others) for (let k = 0; k < sum.length; k++) sum[k]! += latency[k]!
  return sum
}
