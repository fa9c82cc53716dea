/**
 * A run as a viewer meets it: it opens at `opensAt` and follows the pace, so many seconds of
 * viewing at a time. For the tests of pacing; the page has a player of its own.
 */
import type { Command } from '../../contract/commands.ts'
import type { Fact } from '../../contract/facts.ts'
import type { Scenario, Setup } from '../../contract/scenario.ts'
import type { Micros } from '../../contract/units.ts'
import { frameOf } from '../../aurora/frame/frameOf.ts'
import { movingOf } from '../../aurora/frame/movingOf.ts'
import { parseScenario } from '../../formats/parseScenario.ts'
import { parseSpeed } from '../../formats/speed.ts'
import { apply, createSimulation, listen, runUntil, type Simulation } from '../../simulation.ts'

export interface Viewing {
  setup: Setup
  simulation: Simulation
  /** Microseconds of viewing since the scenario opened. */
  viewed: Micros
  /** Model instant, with the fraction that the next look will carry on. */
  at: number
}

export function setupOf(scenario: Scenario): Setup {
  const parsed = parseScenario(scenario)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.setup
}

export function openViewing(scenario: Scenario, listener: (fact: Fact) => void): Viewing {
  const setup = setupOf(scenario)
  const simulation = createSimulation(setup)
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
export function lookOn(viewing: Viewing, micros: Micros): boolean {
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

export function giveCommand({ simulation }: Viewing, command: Command): void {
  const outcome = apply(simulation, command)
  if (!outcome.accepted) throw new Error(JSON.stringify(outcome.reason))
}

/** Messages in flight at this instant. */
export function countMoving({ simulation }: Viewing): number {
  return new Float64Array(movingOf(simulation.world), 0, 1)[0] ?? 0
}

/** What a viewer can see, as text: two equal texts look alike. Instant and counters are left out. */
export function pictureOf({ simulation }: Viewing): string {
  const { at: _, events: __, totals: ___, ...frame } = frameOf(simulation.world)
  const instances = frame.instances.map(instance => ({ ...instance, cpuPpm: 0 }))
  return JSON.stringify({ ...frame, instances })
}
