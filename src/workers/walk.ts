/**
 * A second machine that goes over the run beside the one that is shown: facts of a window told in
 * detail, the state at another instant, *why* something is as it is. What is on the screen does
 * not move meanwhile, and nothing it finds is kept but what was asked for.
 */
import type { StampedCommand } from '../engine/contract/commands.ts'
import type { Fact } from '../engine/contract/facts.ts'
import type { Micros } from '../engine/contract/units.ts'
import { latestBefore } from './checkpoints.ts'
import type { Machine } from './engineDoor.ts'
import type { Timeline } from './timeline.ts'
import { stretchEvents, type Work } from './work.ts'

export interface Window {
  /** Facts at these two instants are told too. */
  from: Micros
  to: Micros
  isDetailed: boolean
  /** Only these are kept. */
  matches: (fact: Fact) => boolean
}

/** A window without facts: for the state at its end. */
export function onlyState(at: Micros): Window {
  return { from: at + 1, to: at, isDetailed: false, matches: () => false }
}

export interface Walked {
  /** Stands at the end of the window, or at a broken law before it. */
  machine: Machine
  facts: Fact[]
  /** The first fact that could be told. */
  firstFact: number
}

/** The newest facts that one walk brings home. */
const mostFacts = 20_000

export function* walk(timeline: Timeline, window: Window): Work<Walked> {
  const { branch, engine, setup } = timeline
  const { from, to, isDetailed, matches } = window
  const machine = engine.createMachine(setup)
  const checkpoint = latestBefore(branch.checkpoints, Math.max(0, from - 1))
  machine.restore(checkpoint)
  const facts: Fact[] = []
  machine.listen(fact => {
    if (fact.at < from || !matches(fact)) return
    facts.push(fact)
    if (facts.length >= mostFacts * 2) facts.splice(0, mostFacts)
  }, isDetailed)
  yield* follow(machine, branch.commands.slice(checkpoint.cursor), to)
  return { machine, facts: facts.slice(-mostFacts), firstFact: checkpoint.facts + 1 }
}

/** Runs to an instant and gives the commands on the way at theirs. */
export function* follow(machine: Machine, commands: StampedCommand[], to: Micros): Work<void> {
  for (const { at, command } of commands.filter(({ at }) => at <= to)) {
    yield* run(machine, at)
    if (machine.broken()) return
    machine.apply(command)
  }
  yield* run(machine, to)
}

function* run(machine: Machine, to: Micros): Work<void> {
  for (;;) {
    if (machine.broken()) return
    const outcome = machine.runUntil(to, stretchEvents)
    yield outcome.events
    if (outcome.stopped !== 'limit') return
  }
}
