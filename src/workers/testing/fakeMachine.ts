/**
 * The machine of the small engine: ticks at irregular instants, several at one instant now and
 * then, a commit every few ticks, and a state in which everything that ever happened leaves its
 * trace, so that an event, a command or an order too much shows in the digest.
 */
import type { Command, CommandOutcome } from '../../engine/contract/commands.ts'
import type { Fact, FactKey } from '../../engine/contract/facts.ts'
import type { Frame } from '../../engine/contract/frame.ts'
import type { Micros } from '../../engine/contract/units.ts'
import type { Machine, RunOutcome, SavedRun } from '../engineDoor.ts'

interface FakeState {
  now: Micros
  events: number
  facts: number
  trace: number
  random: number
  nextAt: Micros
  delivered: number
  isDown: boolean
  latencies: number[]
}

export interface FakeOptions {
  /** The law "fake" breaks at the first event from here on. */
  breaksAt?: Micros
  /** Called at each event: real time may pass. */
  spend?: () => void
}

interface FakeMachine {
  state: FakeState
  options: FakeOptions
  listener: (fact: Fact) => void
  isDetailed: boolean
  isAsked: boolean
  broken: { law: string; at: Micros } | null
}

const buckets = 8
const firstState: FakeState = {
  now: 0,
  events: 0,
  facts: 0,
  trace: 7,
  random: 1,
  nextAt: 40,
  delivered: 0,
  isDown: false,
  latencies: Array.from({ length: buckets }, () => 0),
}

function mix(a: number, b: number): number {
  return (Math.imul(a ^ b, 0x9e3779b1) ^ (a >>> 13)) >>> 0
}

function tell(fake: FakeMachine, fact: FactKey, parameters: object, isNotable: boolean): void {
  const id = ++fake.state.facts
  if (!isNotable && !fake.isDetailed) return
  fake.listener({ id, at: fake.state.now, fact, cause: 0, parameters } as unknown as Fact)
}

function execute(fake: FakeMachine): void {
  const { state, options } = fake
  options.spend?.()
  state.now = state.nextAt
  state.events++
  state.random = mix(state.random, 0x51ed)
  state.trace = mix(state.trace, state.now + state.events)
  state.nextAt += state.random % 4 === 0 ? 0 : 1 + (state.random % 97)
  if (state.events % 3 === 0) state.delivered++
  if (state.events % 5 === 0 && !state.isDown) commit(fake)
  if (state.now >= (options.breaksAt ?? Number.POSITIVE_INFINITY) && !fake.broken) breakLaw(fake)
}

function commit(fake: FakeMachine): void {
  const latencyMicros = fake.state.random % buckets
  fake.state.latencies[latencyMicros]!++
  tell(fake, 'TransactionCommitted', { transaction: fake.state.events, latencyMicros }, false)
}

function breakLaw(fake: FakeMachine): void {
  fake.broken = { law: 'fake', at: fake.state.now }
  tell(fake, 'LawBroken', { law: 'fake', key: 'law.fake', parameters: {} }, true)
}

function runUntil(fake: FakeMachine, at: Micros, maxEvents: number): RunOutcome {
  let events = 0
  fake.isAsked = false
  while (events < maxEvents && fake.state.nextAt <= at) {
    execute(fake)
    events++
    if (fake.broken) return { at: fake.state.now, events, stopped: 'law' }
    if (fake.isAsked) return { at: fake.state.now, events, stopped: 'asked' }
  }
  if (fake.state.nextAt <= at) return { at: fake.state.now, events, stopped: 'limit' }
  fake.state.now = at
  return { at, events, stopped: 'reached' }
}

function apply(fake: FakeMachine, command: Command): CommandOutcome {
  const { state } = fake
  state.trace = mix(state.trace, command.do.length + state.now)
  const isRefused = command.do === 'HealFault' && !state.isDown
  tell(fake, isRefused ? 'CommandRefused' : 'CommandGiven', { command }, true)
  if (isRefused) return { accepted: false, reason: { key: 'reason.notInForce', parameters: {} } }
  state.isDown = command.do === 'InjectFault'
  const fault = { fault: 'NodeCrash', target: 'node-a1' }
  tell(fake, state.isDown ? 'FaultInjected' : 'FaultHealed', fault, true)
  state.nextAt = Math.min(state.nextAt, state.now + (state.random % 3))
  return { accepted: true }
}

function saved({ state }: FakeMachine): SavedRun {
  const { now: at, events, facts } = state
  return { at, events, facts, bytes: 1_000, state: structuredClone(state) }
}

function goBack(fake: FakeMachine, { state }: SavedRun): void {
  fake.state = structuredClone(state as FakeState)
  fake.broken = null
}

export function fakeDigest({ simulation }: Machine): string {
  return JSON.stringify((simulation as FakeMachine).state)
}

export function createFakeMachine(options: FakeOptions = {}): Machine {
  const state = structuredClone(firstState)
  const idle = { listener: () => undefined, isDetailed: false, isAsked: false, broken: null }
  const fake: FakeMachine = { state, options, ...idle }
  return {
    at: () => fake.state.now,
    events: () => fake.state.events,
    facts: () => fake.state.facts,
    delivered: () => fake.state.delivered,
    broken: () => fake.broken,
    nextAt: () => fake.state.nextAt,
    runUntil: (at, maxEvents) => runUntil(fake, at, maxEvents),
    apply: command => apply(fake, command),
    listen: (listener, isDetailed) => Object.assign(fake, { listener, isDetailed }),
    askToStop: () => {
      fake.isAsked = true
    },
    save: () => saved(fake),
    restore: run => goBack(fake, run),
    frame: () =>
      ({ at: fake.state.now, events: fake.state.events, faults: [] }) as unknown as Frame,
    moving: buffer => buffer,
    latencies: () => fake.state.latencies,
    gauge: () => null,
    sample: () => null,
    figures: () => ({ committed: fake.state.events, rolledBack: 0, lost: 0, downMicros: 0 }),
    simulation: fake,
  }
}
