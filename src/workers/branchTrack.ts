/**
 * What the timeline knows of one branch: its commands, how far it is computed, and what was
 * gathered on the way: checkpoints, notable facts, the chart. All but the commands is derived and
 * can be computed again.
 */
import type { StampedCommand } from '../engine/contract/commands.ts'
import type { Fact } from '../engine/contract/facts.ts'
import type { Branch } from '../engine/contract/recording.ts'
import type { FactId, Micros } from '../engine/contract/units.ts'
import type { BranchFigures } from './api.ts'
import { type Chart, chartUpTo, createChart } from './chart.ts'
import { type Checkpoint, type Checkpoints, createCheckpoints, sharedUpTo } from './checkpoints.ts'

export interface BranchTrack {
  id: string
  from: { branch: string; at: Micros } | null
  commands: StampedCommand[]
  /** Computed up to this instant, and this many events and facts. */
  horizon: Micros
  events: number
  lastFact: FactId
  /** As they stand at the horizon; null = not computed yet. */
  figures: BranchFigures | null
  /** Notable facts, at most `mostFacts`, the newest. */
  facts: Fact[]
  checkpoints: Checkpoints
  chart: Chart
  /** The run cannot go on past a broken law. */
  stoppedBy: { law: string; at: Micros } | null
  /** Counts up, so that it is known which branches were left last. */
  turn: number
}

export const firstBranch = 'main'
const mostFacts = 20_000

/** A branch of which nothing is computed but the start. */
export function createBranchTrack(branch: Branch, start: Checkpoint, buckets: number): BranchTrack {
  return {
    ...branch,
    commands: [...branch.commands],
    horizon: start.at,
    events: start.events,
    lastFact: start.facts,
    figures: null,
    facts: [],
    checkpoints: createCheckpoints(start),
    chart: createChart(buckets),
    stoppedBy: null,
    turn: 0,
  }
}

/** Keeps a notable fact the first time it is told on this branch. */
export function noteFact(track: BranchTrack, fact: Fact): void {
  if (fact.id <= track.lastFact) return
  track.lastFact = fact.id
  track.facts.push(fact)
  if (track.facts.length >= mostFacts * 2) track.facts = track.facts.slice(-mostFacts)
}

export interface Departure {
  at: Micros
  events: number
  facts: FactId
  cursor: number
}

/** A new branch that has everything of this one up to an instant, and nothing after it. */
export function leaveBranch(track: BranchTrack, id: string, departure: Departure): BranchTrack {
  const { at, events, facts, cursor } = departure
  return {
    id,
    from: { branch: track.id, at },
    commands: track.commands.slice(0, cursor),
    horizon: at,
    events,
    lastFact: facts,
    figures: null,
    facts: track.facts.filter(fact => fact.id <= facts),
    checkpoints: sharedUpTo(track.checkpoints, departure),
    chart: chartUpTo(track.chart, at),
    stoppedBy: null,
    turn: 0,
  }
}
