/**
 * A small engine for tests: ticks at irregular instants, several at one instant now and then, a
 * commit every few ticks, and a state in which everything that ever happened leaves its trace, so
 * that an event, a command or an order too much shows in the digest.
 */
import type { Command, CommandOutcome } from '../../engine/contract/commands.ts'
import type { Fact } from '../../engine/contract/facts.ts'
import type { Frame } from '../../engine/contract/frame.ts'
import type { Report } from '../../engine/contract/report.ts'
import type { Scenario, Setup } from '../../engine/contract/scenario.ts'
import type { Micros } from '../../engine/contract/units.ts'
import type { EngineDoor, Machine, RunOutcome } from '../engineDoor.ts'

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
  /** Real milliseconds that pass with each event, told to this clock. */
  spend?: () => void
  /** Called with the number of events at each run. */
  onRun?: (maxEvents: number) => void
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

export const fakeScenario: Scenario = {
  version: 1,
  name: 'fake',
  title: 'A fake',
  question: 'What?',
  seed: 1,
  cluster: { instances: [] },
}

export function fakeSetup(setup: Partial<Setup> = {}): Setup {
  const plain = { name: 'fake', seed: 1, untilMicros: 1_000_000, opensAtMicros: 1_000, pace: [] }
  return { ...plain, ...setup } as Setup
}

function mix(a: number, b: number): number {
  return (Math.imul(a ^ b, 0x9e3779b1) ^ (a >>> 13)) >>> 0
}

export function createFakeMachine(options: FakeOptions = {}): Machine {
  let state: FakeState = structuredClone(firstState)
  let listener: (fact: Fact) => void = () => undefined
  let isDetailed = false
  let isAsked = false
  let broken: { law: string; at: Micros } | null = null

  function tell(fact: Fact['fact'], parameters: object, isNotable: boolean): void {
    const id = ++state.facts
    if (isNotable || isDetailed) {
      listener({ id, at: state.now, fact, cause: 0, parameters } as unknown as Fact)
    }
  }

  function execute(): void {
    options.spend?.()
    state.now = state.nextAt
    state.events++
    state.random = mix(state.random, 0x51ed)
    state.trace = mix(state.trace, state.now + state.events)
    state.nextAt += state.random % 4 === 0 ? 0 : 1 + (state.random % 97)
    if (state.events % 3 === 0) state.delivered++
    if (state.events % 5 === 0 && !state.isDown) commit()
    if (options.breaksAt !== undefined && state.now >= options.breaksAt && !broken) breakLaw()
  }

  function commit(): void {
    const latencyMicros = state.random % buckets
    state.latencies[latencyMicros]!++
    tell('TransactionCommitted', { transaction: state.events, latencyMicros }, false)
  }

  function breakLaw(): void {
    broken = { law: 'fake', at: state.now }
    tell('LawBroken', { law: 'fake', key: 'law.fake', parameters: {} }, true)
  }

  function runUntil(at: Micros, maxEvents: number): RunOutcome {
    options.onRun?.(maxEvents)
    let events = 0
    isAsked = false
    while (events < maxEvents && state.nextAt <= at) {
      execute()
      events++
      if (broken) return { at: state.now, events, stopped: 'law' }
      if (isAsked) return { at: state.now, events, stopped: 'asked' }
    }
    if (state.nextAt <= at) return { at: state.now, events, stopped: 'limit' }
    state.now = at
    return { at, events, stopped: 'reached' }
  }

  function apply(command: Command): CommandOutcome {
    state.trace = mix(state.trace, command.do.length + state.now)
    const isRefused = command.do === 'HealFault' && !state.isDown
    tell(isRefused ? 'CommandRefused' : 'CommandGiven', { command }, true)
    if (isRefused) return { accepted: false, reason: { key: 'reason.notInForce', parameters: {} } }
    state.isDown = command.do === 'InjectFault'
    const fault = { fault: 'NodeCrash', target: 'node-a1' }
    tell(state.isDown ? 'FaultInjected' : 'FaultHealed', fault, true)
    state.nextAt = Math.min(state.nextAt, state.now + (state.random % 3))
    return { accepted: true }
  }

  return {
    at: () => state.now,
    events: () => state.events,
    facts: () => state.facts,
    delivered: () => state.delivered,
    broken: () => broken,
    nextAt: () => state.nextAt,
    runUntil,
    apply,
    listen: (next, detailed) => {
      listener = next
      isDetailed = detailed
    },
    askToStop: () => {
      isAsked = true
    },
    save: () => ({
      at: state.now,
      events: state.events,
      facts: state.facts,
      bytes: 1_000,
      state: structuredClone(state),
    }),
    restore: saved => {
      state = structuredClone(saved.state as FakeState)
      broken = null
    },
    digest: () => JSON.stringify(state),
    frame: () => ({ at: state.now, events: state.events }) as Frame,
    moving: buffer => buffer,
    report: (scenario, facts) => {
      const { now: at, events } = state
      const digest = JSON.stringify(state)
      return { at, events, digest, scenario: scenario.name, facts } as unknown as Report
    },
    why: (subject, facts) => facts.map(({ id, at }) => fakeCause(subject, id, at)),
    latencies: () => state.latencies,
  }
}

function fakeCause(key: string, fact: number, at: Micros) {
  return { key, parameters: {}, depth: 0, tone: 'plain', at, fact, subject: null } as const
}

export function fakeEngine(setup: Partial<Setup> = {}, options: FakeOptions = {}): EngineDoor {
  return {
    createMachine: () => createFakeMachine(options),
    parseScenario: input => {
      if (typeof input === 'object' && input !== null && 'name' in input) {
        return { ok: true, scenario: input as Scenario, setup: fakeSetup(setup) }
      }
      return { ok: false, problems: [{ path: 'name', message: 'missing', allowed: 'a name' }] }
    },
    decodeLink: text => {
      const branches = [{ id: 'main', from: null, commands: [] }]
      const recording = { scenario: fakeScenario, seed: 1, branch: 'main', branches }
      if (text.replace('#', '') === 'fake') {
        return { ok: true, recording, view: { at: 1_000, speed: null, selection: null } }
      }
      return { ok: false, problems: [{ path: 'link', message: 'unknown', allowed: 'fake' }] }
    },
    encodeLink: (recording, view) => JSON.stringify({ recording, view }),
    describe: () => ({ formatVersion: 1 }) as never,
    parseDuration: text => {
      const [, number, unit] = /^(\d+)(us|ms|s)$/.exec(String(text)) ?? []
      if (number === undefined) return null
      return Number(number) * { us: 1, ms: 1_000, s: 1_000_000 }[unit as 'us' | 'ms' | 's']
    },
    parseSpeed: text => {
      if (text === 'max') return 'max'
      const [, model, real] = /^(\d+)(?:\/(\d+))?$/.exec(String(text)) ?? []
      return model === undefined ? null : { model: Number(model), real: Number(real ?? 1) }
    },
    matchPattern: pattern => fact => fact.fact === pattern.fact,
    bucketMicros: bucket => bucket * 100,
  }
}
