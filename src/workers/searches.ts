/** Ways to move the shown machine by what happens: by a step, to a fact. */
import type { Fact } from '../engine/contract/facts.ts'
import type { FactPattern } from '../engine/contract/pattern.ts'
import type { FactId, Micros } from '../engine/contract/units.ts'
import type { UntilOutcome } from './api.ts'
import type { LaterDoor, RunOutcome } from './engineDoor.ts'
import { isNotable } from './isNotable.ts'
import { advance, finishInstant, hear, type Timeline } from './timeline.ts'
import { stretchEvents, type Work } from './work.ts'

/** Steps without the wished-for kind before a step gives up. */
const mostSteps = 2_000_000

/** Executes one event, or gives one recorded command when that comes first. */
export function stepOnce(timeline: Timeline): RunOutcome {
  const { machine, branch, cursor } = timeline
  const due = branch.commands[cursor]?.at ?? Number.POSITIVE_INFINITY
  const next = machine.nextAt()
  if (due < next) return advance(timeline, due, 0)
  if (next === Number.POSITIVE_INFINITY) return { at: machine.at(), events: 0, stopped: 'reached' }
  return advance(timeline, next, 1)
}

/** One event, one delivered message or one more fact. */
export function* stepBy(timeline: Timeline, kind: 'event' | 'message' | 'fact'): Work<void> {
  const { machine } = timeline
  const { facts, delivered } = { facts: machine.facts(), delivered: machine.delivered() }
  for (let steps = 0; steps < mostSteps; steps++) {
    if (machine.broken() || machine.nextAt() === Number.POSITIVE_INFINITY) return
    stepOnce(timeline)
    if (kind === 'event') return
    if (kind === 'message' && machine.delivered() > delivered) return
    if (kind === 'fact' && machine.facts() > facts) return
    if (steps % 200 === 199) yield 200
  }
}

export interface Search {
  pattern: FactPattern
  limit: Micros
  /** The last fact that a search has found: it is not found again. */
  after: FactId
}

/**
 * Runs on until the fact has been told often enough, then to the end of its instant. What was
 * told at the instant shown counts too: a command may have led to it at once.
 */
export function* runUntilFact(
  door: LaterDoor,
  timeline: Timeline,
  search: Search,
): Work<UntilOutcome> {
  const { pattern, limit } = search
  const { machine } = timeline
  const matches = door.matchPattern(pattern)
  const wanted = Math.max(1, pattern.count?.min ?? 1)
  const known = machine.facts()
  const found = factsOfThisInstant(timeline, search.after).filter(matches).slice(0, wanted)
  const watch = (fact: Fact) => {
    if (fact.id <= known || found.length >= wanted || !matches(fact)) return
    found.push(fact)
    if (found.length >= wanted) machine.askToStop()
  }
  hear(timeline, watch, isNotable(pattern.fact) ? null : isNotable)
  try {
    while (found.length < wanted) {
      const { events, stopped } = advance(timeline, limit, stretchEvents)
      if (stopped === 'reached' || stopped === 'law') break
      yield events
    }
  } finally {
    hear(timeline, null)
  }
  finishInstant(timeline)
  const fact = found[wanted - 1]
  return fact ? { found: true, at: fact.at, fact } : { found: false, at: machine.at(), limit }
}

function factsOfThisInstant({ machine, branch }: Timeline, after: FactId): Fact[] {
  const isNew = ({ id, at }: Fact) => at === machine.at() && id > after && id <= machine.facts()
  return branch.facts.filter(isNew)
}
