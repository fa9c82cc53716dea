/**
 * The loop: take the earliest event, let its receiver act, look at what changed, ask the laws.
 * A simulation is a world, what the laws remember, and who listens; it reads no clock and decides
 * everything from the recording.
 */
import { backgroundStart } from './aurora/backgroundStart.ts'
import { createContext, install } from './aurora/createContext.ts'
import { createWorld } from './aurora/createWorld.ts'
import { clearTouched, type Context, tell } from './aurora/context.ts'
import { eventKind } from './aurora/eventKind.ts'
import { receiveMessage } from './aurora/receiveMessage.ts'
import { ringTimer } from './aurora/ringTimer.ts'
import { updateStatus } from './aurora/status/updateStatus.ts'
import { isTrimDue, trimLog } from './aurora/storage/trimLog.ts'
import type { World } from './aurora/world.ts'
import { laws as coreLaws } from './checkers/catalogue.ts'
import type { Broken, Law, LawMemories } from './checkers/law.ts'
import { checkAfterEvent, createLawMemories, rememberMore } from './checkers/watch.ts'
import type { Command, CommandOutcome } from './contract/commands.ts'
import type { Fact } from './contract/facts.ts'
import type { Setup } from './contract/scenario.ts'
import type { Micros } from './contract/units.ts'
import {
  createEventRecord,
  type EventRecord,
  nextAt,
  schedule,
  takeNextUntil,
} from './kernel/eventQueue.ts'
import { copyPlain } from './kernel/snapshot.ts'
import { type Brought, wingsFor } from './wings/wing.ts'

export interface Simulation {
  world: World
  brought: Brought
  /** The laws of this cluster, in the order in which they are asked. */
  watched: readonly Law<unknown>[]
  /** What the laws remember; saved, but not in the digest. */
  laws: LawMemories
  /** The first law that broke, and when; the run stops there. */
  broken: (Broken & { at: Micros }) | null
  /** The late wings have been attached. */
  isWhole: boolean
  context: Context
  event: EventRecord
  listener: ((fact: Fact) => void) | null
  isAskedToStop: boolean
}

/** Everything needed to go on exactly from an instant; plain data. */
export interface Checkpoint {
  at: Micros
  events: number
  facts: number
  world: World
  laws: LawMemories
}

export interface RunOutcome {
  at: Micros
  events: number
  /** `reached` the instant · `limit` of events · a `law` broke · `asked` by the listener */
  stopped: 'reached' | 'limit' | 'law' | 'asked'
}

/** Throws when a wing that the setup needs is not among those brought. */
export function createSimulation(setup: Setup, brought: Brought): Simulation {
  const wings = wingsFor(setup, brought.wings)
  const mechanisms = wings.map(({ mechanism }) => mechanism)
  const laws = [...coreLaws, ...wings.flatMap(wing => wing.laws)]
  const world = createWorld(setup, mechanisms)
  const simulation: Simulation = {
    world,
    brought,
    watched: laws,
    laws: createLawMemories(world, laws),
    broken: null,
    isWhole: false,
    context: createContext(world, mechanisms),
    event: createEventRecord(),
    listener: null,
    isAskedToStop: false,
  }
  simulation.context.sink = fact => simulation.listener?.(fact)
  // A copied world has another hidden class than a new one: all runs begin with a copy, so that
  // the first seek does not make the hot code compile again.
  restore(simulation, save(simulation))
  return simulation
}

/** Takes up the late wings once they have come; their parts of the world are still null. */
function attachLate(simulation: Simulation): void {
  const { brought, context, world } = simulation
  if (simulation.isWhole || brought.late === null) return
  simulation.isWhole = true
  for (const { mechanism } of brought.late) install(context, mechanism)
  simulation.watched = [...simulation.watched, ...brought.late.flatMap(({ laws }) => laws)]
  rememberMore(simulation.laws, world, simulation.watched)
}

/** As far as it may go: until the late wings have come, to before the first of them has work. */
function reachOf({ isWhole, world }: Simulation, at: Micros): Micros {
  return isWhole ? at : Math.min(at, backgroundStart(world.setup) - 1)
}

/** Who listens hears notable facts, and detailed ones if it asks for them. */
export function listen(
  simulation: Simulation,
  listener: ((fact: Fact) => void) | null,
  isDetailed: boolean,
): void {
  simulation.listener = listener
  simulation.context.isListening = listener !== null && isDetailed
}

/** From a listener: the run returns after the present event. */
export function askToStop(simulation: Simulation): void {
  simulation.isAskedToStop = true
}

/** Gives a command at the present instant, after all events at or before it. */
export function apply(simulation: Simulation, command: Command): CommandOutcome {
  attachLate(simulation)
  beginEvent(simulation.context)
  const outcome = give(simulation, command)
  endEvent(simulation)
  return outcome
}

/**
 * Executes events up to and at `at`, at most `maxEvents`; then the world's instant is `at`, or how
 * far it may go without the late wings.
 */
export function runUntil(simulation: Simulation, at: Micros, maxEvents: number): RunOutcome {
  const { world, event } = simulation
  let events = 0
  attachLate(simulation)
  simulation.isAskedToStop = false
  const reach = reachOf(simulation, at)
  while (events < maxEvents && takeNextUntil(world.queue, reach, event)) {
    executeEvent(simulation)
    events++
    if (simulation.broken) return { at: world.now, events, stopped: 'law' }
    if (simulation.isAskedToStop) return { at: world.now, events, stopped: 'asked' }
  }
  if (nextAt(world.queue) <= reach) return { at: world.now, events, stopped: 'limit' }
  world.now = reach
  return { at: reach, events, stopped: reach < at ? 'limit' : 'reached' }
}

function executeEvent(simulation: Simulation): void {
  const { world, event, context } = simulation
  world.now = event.at
  world.eventCount++
  beginEvent(context)
  if (event.kind === eventKind.deliver) receiveMessage(context, event.subject)
  else if (event.kind === eventKind.script) runScript(simulation, event.subject)
  else ringTimer(context, event)
  endEvent(simulation)
}

function beginEvent(ctx: Context): void {
  clearTouched(ctx.touched)
  ctx.cause = 0
}

function endEvent(simulation: Simulation): void {
  const { world, context } = simulation
  if (context.touched.hasTopologyChanged) lookAgain(context)
  const broken = checkAfterEvent(context, simulation.watched, simulation.laws)
  // Laws look first: one acknowledgement may settle more records than the log keeps in any case.
  if (isTrimDue(world.log)) trimLog(world)
  if (broken && !simulation.broken) breakLaw(simulation, broken)
}

/** A mechanism that has its own idea of what works takes the place of the core's look. */
function lookAgain(ctx: Context): void {
  const look = ctx.mechanisms.find(({ updateStatus: own }) => own !== undefined)?.updateStatus
  ;(look ?? updateStatus)(ctx)
}

function breakLaw(simulation: Simulation, broken: Broken): void {
  simulation.broken = { ...broken, at: simulation.world.now }
  const { law, key, parameters } = broken
  tell(simulation.context, 'LawBroken', { law, key, parameters })
}

function runScript(simulation: Simulation, position: number): void {
  const { world } = simulation
  const { setup, queue } = world
  world.scriptPosition = position + 1
  const next = setup.script[position + 1]
  if (next) schedule(queue, next.at, eventKind.script, position + 1)
  give(simulation, setup.script[position]!.command)
}

function give({ brought, context }: Simulation, command: Command): CommandOutcome {
  if (!brought.giveCommand) throw new Error('A command was given before commands were loaded')
  return brought.giveCommand(context, command)
}

/** Runs to the next event, the next delivered message, or the next fact. Returns the instant. */
export function step(simulation: Simulation, kind: 'event' | 'message' | 'fact'): Micros {
  const { world, event } = simulation
  const { factCount } = world
  attachLate(simulation)
  const { delivered } = world.network.counters
  const reach = reachOf(simulation, Number.MAX_SAFE_INTEGER)
  while (!simulation.broken && takeNextUntil(world.queue, reach, event)) {
    executeEvent(simulation)
    if (kind === 'event') break
    if (kind === 'message' && world.network.counters.delivered > delivered) break
    if (kind === 'fact' && world.factCount > factCount) break
  }
  return world.now
}

/** The instant of the earliest event; Infinity when nothing will ever happen again. */
export function nextEventAt(simulation: Simulation): Micros {
  return nextAt(simulation.world.queue)
}

export function save(simulation: Simulation): Checkpoint {
  const { world, laws } = simulation
  const { setup, parameters, ...changing } = world
  const saved = copyPlain(changing) as World
  return {
    at: world.now,
    events: world.eventCount,
    facts: world.factCount,
    world: saved,
    laws: copyPlain(laws),
  }
}

/**
 * Goes back, or on, to a checkpoint of the same setup; the checkpoint stays usable. The world
 * stays the same record: code that was made fast for it stays fast, where a new record would have
 * the first seeks after a long run take ten times as long.
 */
export function restore(simulation: Simulation, checkpoint: Checkpoint): void {
  Object.assign(simulation.world, copyPlain(checkpoint.world))
  simulation.laws = copyPlain(checkpoint.laws)
  rememberMore(simulation.laws, simulation.world, simulation.watched)
  simulation.broken = null
}
