/**
 * A story has a pace: at most four seconds of viewing pass with nothing moving or changing, and
 * the question is answered within ninety.
 */
import { describe, expect, test } from 'vitest'
import { frameOf } from '../aurora/frame/frameOf.ts'
import { movingOf } from '../aurora/frame/movingOf.ts'
import type { Command } from '../contract/commands.ts'
import type { Fact } from '../contract/facts.ts'
import type { Scenario, Setup } from '../contract/scenario.ts'
import type { Micros } from '../contract/units.ts'
import { parseScenario } from '../formats/parseScenario.ts'
import { countPatterns, isCountMet } from '../formats/pattern.ts'
import { parseSpeed } from '../formats/speed.ts'
import { apply, createSimulation, listen, runUntil, type Simulation } from '../simulation.ts'
import { scenarios } from './catalogue.ts'
import { fourOfSix } from './fourOfSix.ts'
import { everything } from '../wings/everything.ts'

const second = 1_000_000
/** The page draws about thirty pictures a second. */
const glance = 33_333

/** A run as a viewer meets it: it opens at `opensAt` and follows the pace. */
interface Viewing {
  setup: Setup
  simulation: Simulation
  /** Microseconds of viewing since the scenario opened. */
  viewed: Micros
  /** Model instant, with the fraction that the next look will carry on. */
  at: number
}

function setupOf(scenario: Scenario): Setup {
  const parsed = parseScenario(scenario)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.setup
}

function openViewing(scenario: Scenario, listener: (fact: Fact) => void): Viewing {
  const setup = setupOf(scenario)
  const simulation = createSimulation(setup, everything)
  listen(simulation, listener, true)
  runUntil(simulation, setup.opensAtMicros, Infinity)
  return { setup, simulation, viewed: 0, at: setup.opensAtMicros }
}

/** Model time over viewing time at an instant, and when that changes. */
function paceAt({ pace }: Setup, at: number): { speed: number; until: number } {
  const later = pace.findIndex(({ from }) => from > at)
  const entry = later === -1 ? pace.at(-1) : pace[Math.max(0, later - 1)]
  const speed = parseSpeed(entry?.speed ?? '1')
  const until = later === -1 ? Infinity : (pace[later]?.from ?? Infinity)
  return { speed: speed === null || speed === 'max' ? 1_000 : speed.model / speed.real, until }
}

/** Looks on for some microseconds of viewing; false when the scenario is at its end. */
function lookOn(viewing: Viewing, micros: Micros): boolean {
  const { setup, simulation } = viewing
  let left = micros
  while (left > 0) {
    const { speed, until } = paceAt(setup, viewing.at)
    const looked = Math.min(left, (until - viewing.at) / speed)
    viewing.at = looked < left ? until : viewing.at + looked * speed
    left -= looked
  }
  viewing.viewed += micros
  viewing.at = Math.min(viewing.at, setup.untilMicros)
  runUntil(simulation, Math.floor(viewing.at), Infinity)
  return viewing.at < setup.untilMicros
}

function giveCommand({ simulation }: Viewing, command: Command): void {
  const outcome = apply(simulation, command)
  if (!outcome.accepted) throw new Error(JSON.stringify(outcome.reason))
}

/** Messages in flight at this instant. */
function countMoving({ simulation }: Viewing): number {
  return new Float64Array(movingOf(simulation.world), 0, 1)[0] ?? 0
}

/** What a viewer can see, as text: equal texts look alike. Instant and counters are left out. */
function pictureOf({ simulation }: Viewing): string {
  const { world, context } = simulation
  const whole = frameOf(world, 0, context.mechanisms)
  const { at: _, events: __, totals: ___, ...frame } = whole
  const instances = frame.instances.map(instance => ({ ...instance, cpuPpm: 0 }))
  return JSON.stringify({ ...frame, instances })
}

interface Watched {
  /** Longest time of viewing with nothing moving or changing. */
  stillest: number
  /** Viewing time at which everything expected had happened, or null. */
  answeredAt: number | null
}

/** Commands by the second of viewing at which a viewer gives them. */
type Clicks = Record<number, Command>

function watch(scenario: Scenario, clicks: Clicks = {}, seconds = 90): Watched {
  const wanted = (scenario.expect ?? []).filter(({ count }) => !isNone(count))
  const counts = countPatterns(wanted)
  const viewing = openViewing(scenario, counts.tell)
  const watched: Watched = { stillest: 0, answeredAt: null }
  let still = { since: 0, text: '' }
  for (let goesOn = true; goesOn && viewing.viewed < seconds * second; ) {
    const before = viewing.viewed
    goesOn = lookOn(viewing, glance)
    for (const command of clicksBetween(clicks, before, viewing.viewed))
      giveCommand(viewing, command)
    still = stillness(viewing, still)
    watched.stillest = Math.max(watched.stillest, viewing.viewed - still.since)
    const isAnswered = wanted.every((pattern, k) => isCountMet(pattern, counts.found[k] ?? 0))
    if (isAnswered) watched.answeredAt ??= viewing.viewed
  }
  return watched
}

function clicksBetween(clicks: Clicks, from: number, to: number): Command[] {
  const due = Object.entries(clicks).filter(([at]) => {
    const micros = Number(at) * second
    return micros > from && micros <= to
  })
  return due.map(([, command]) => command)
}

/** Since when nothing has moved or changed, and what has been seen since. */
function stillness(viewing: Viewing, still: { since: number; text: string }) {
  if (countMoving(viewing) > 0) return { since: viewing.viewed, text: '' }
  const text = pictureOf(viewing)
  return text === still.text ? still : { since: viewing.viewed, text }
}

/** An expectation that something does not happen answers nothing by itself. */
function isNone(count: { min?: number; max?: number } | undefined): boolean {
  return count?.max === 0
}

function expectPaced({ stillest, answeredAt }: Watched): void {
  expect(stillest / second).toBeLessThanOrEqual(4)
  expect(answeredAt).not.toBeNull()
  expect((answeredAt ?? Infinity) / second).toBeLessThanOrEqual(90)
}

test.each(Object.entries(scenarios))('%s keeps its pace', (_, scenario) => {
  expectPaced(watch(scenario))
})

const crash = (target: string): Command => ({ do: 'InjectFault', fault: 'NodeCrash', target })
const outage: Command = { do: 'InjectFault', fault: 'AzOutage', target: 'az-b' }
const healOutage: Command = { do: 'HealFault', fault: 'AzOutage', target: 'az-b' }

function asking(...expect: NonNullable<Scenario['expect']>): Scenario {
  return { ...fourOfSix, expect }
}

describe('the opening, as viewers play it', () => {
  test('three copies one after the other, then one healed', () => {
    const clicks = {
      8: crash('node-c1'),
      14: crash('node-c2'),
      20: crash('node-a1'),
      40: { do: 'HealFault', fault: 'NodeCrash', target: 'node-a1' },
    } as const
    const answers = asking({ fact: 'CommitsStalled' }, { fact: 'CommitsResumed' })
    expectPaced(watch(answers, clicks))
  })

  test.each([5, 12, 30, 45])('the writer’s zone first, %i s after the opening', start => {
    const clicks = { [start]: outage, [start + 10]: healOutage }
    const answers = asking({ fact: 'CommitsStalled' }, { fact: 'VolumeOpened' })
    expectPaced(watch(answers, clicks))
  })

  test('five copies gone', () => {
    const targets = ['node-a1', 'node-a2', 'node-b1', 'node-c1', 'node-c2']
    const clicks = Object.fromEntries(targets.map((target, k) => [6 + k * 3, crash(target)]))
    expectPaced(watch(asking({ fact: 'ReadQuorumLost' }), clicks))
  })
})
