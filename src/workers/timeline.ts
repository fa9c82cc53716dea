/**
 * The timeline owns the one machine that is shown. It moves it forward, applies the commands of
 * the present branch where they were given, gathers marks and charts the first time a stretch is
 * computed, and leaves checkpoints, so that every instant can be shown again. It reads no clock:
 * where it halts changes nothing of what happens.
 */
import type { Fact, FactKey } from '../engine/contract/facts.ts'
import type { Branch, Recording } from '../engine/contract/recording.ts'
import type { Scenario, Setup } from '../engine/contract/scenario.ts'
import type { Micros } from '../engine/contract/units.ts'
import { type BranchTrack, createBranchTrack, firstBranch, noteFact } from './branchTrack.ts'
import { closeBin, nextEdge } from './chart.ts'
import {
  type Checkpoint,
  hasCheckpointAt,
  keepNewest,
  keepVisited,
  latestBefore,
  nextCheckpointAt,
} from './checkpoints.ts'
import type { EngineDoor, Machine, RunOutcome } from './engineDoor.ts'

export interface Timeline {
  engine: EngineDoor
  scenario: Scenario
  setup: Setup
  machine: Machine
  branches: BranchTrack[]
  branch: BranchTrack
  /** Commands of the branch that the machine has been given. */
  cursor: number
  /** Hears every fact while it is set. */
  watcher: ((fact: Fact) => void) | null
}

/** What a run is made from: the scenario as it was checked, and its branches. */
export interface Run {
  scenario: Scenario
  setup: Setup
  branches: Branch[]
  branch: string
}

export function createTimeline(engine: EngineDoor, run: Run): Timeline {
  const machine = engine.createMachine(run.setup)
  const start = { ...machine.save(), cursor: 0 }
  const buckets = machine.latencies().length
  const branches = branchesOf(run).map(branch => createBranchTrack(branch, start, buckets))
  const branch = branches.find(({ id }) => id === run.branch) ?? branches[0]!
  const { scenario, setup } = run
  const timeline = { engine, scenario, setup, machine, branches, branch, cursor: 0, watcher: null }
  hear(timeline, null)
  return timeline
}

function branchesOf({ branches }: Run): Branch[] {
  return branches.length > 0 ? branches : [{ id: firstBranch, from: null, commands: [] }]
}

/**
 * Sets who hears facts beside the timeline itself. Detailed ones are told only to who can say which
 * of them are notable, for the timeline keeps these; without, all that are told are.
 */
export function hear(
  timeline: Timeline,
  watcher: ((fact: Fact) => void) | null,
  isNotable: ((fact: FactKey) => boolean) | null = null,
): void {
  timeline.watcher = watcher
  timeline.machine.listen(fact => {
    if (isNotable === null || isNotable(fact.fact)) noteFact(timeline.branch, fact)
    timeline.watcher?.(fact)
  }, isNotable !== null)
}

/**
 * Moves forward to an instant, after all its events and commands, or as far as `maxEvents` reach.
 * The state at an instant is the same however often the way there was interrupted.
 */
export function advance(timeline: Timeline, to: Micros, maxEvents: number): RunOutcome {
  const { machine } = timeline
  const before = machine.events()
  for (;;) {
    const { stopped } = runOn(timeline, to, maxEvents - (machine.events() - before))
    note(timeline)
    if (stopped === 'reached') closeBinAtEdge(timeline)
    if (stopped === 'reached' && applyDue(timeline)) continue
    const events = machine.events() - before
    if (isOver(stopped, { isThere: machine.at() >= to, isSpent: events >= maxEvents })) {
      return { at: machine.at(), events, stopped }
    }
  }
}

/** A stretch that ended only for a checkpoint or an edge of the chart is followed by another. */
function isOver(
  stopped: RunOutcome['stopped'],
  { isThere, isSpent }: { isThere: boolean; isSpent: boolean },
): boolean {
  if (stopped === 'reached') return isThere
  return stopped !== 'limit' || isSpent
}

/** One stretch without a command, an edge of the chart or a checkpoint inside. */
function runOn(timeline: Timeline, to: Micros, maxEvents: number): RunOutcome {
  const { machine, branch, cursor } = timeline
  if (machine.broken()) return { at: machine.at(), events: 0, stopped: 'law' }
  const due = branch.commands[cursor]?.at ?? to
  const halt = Math.max(machine.at(), Math.min(to, due, nextEdge(branch.chart)))
  const room = nextCheckpointAt(machine.events()) - machine.events()
  return machine.runUntil(halt, Math.min(maxEvents, room))
}

/** Applies the next command when its instant has come. */
function applyDue(timeline: Timeline): boolean {
  const { machine, branch, cursor } = timeline
  const next = branch.commands[cursor]
  if (next === undefined || next.at > machine.at()) return false
  timeline.cursor++
  machine.apply(next.command)
  note(timeline)
  return true
}

/** Gathers what is new on this branch, and leaves a checkpoint where one is due. */
function note(timeline: Timeline): void {
  const { machine, branch } = timeline
  const broken = machine.broken()
  if (broken && !branch.stoppedBy) branch.stoppedBy = broken
  if (machine.at() >= branch.horizon && machine.events() >= branch.events) noteAhead(timeline)
  const isDue = machine.events() === nextCheckpointAt(machine.events() - 1)
  if (isDue && !broken && machine.events() > 0) leaveCheckpoint(timeline)
}

function noteAhead({ machine, branch }: Timeline): void {
  branch.figures = machine.figures()
  branch.horizon = machine.at()
  branch.events = machine.events()
  branch.lastFact = Math.max(branch.lastFact, machine.facts())
}

function closeBinAtEdge({ machine, branch }: Timeline): void {
  if (machine.at() >= nextEdge(branch.chart)) {
    closeBin(branch.chart, machine.latencies(), machine.gauge(), machine.sample())
  }
}

function leaveCheckpoint(timeline: Timeline): void {
  const { machine, branch } = timeline
  if (hasCheckpointAt(branch.checkpoints, machine.events())) return
  const newest = branch.checkpoints.kept.at(-1)?.events ?? 0
  if (machine.events() > newest) keepNewest(branch.checkpoints, saved(timeline))
  else keepVisited(branch.checkpoints, saved(timeline))
}

function saved({ machine, cursor }: Timeline): Checkpoint {
  return { ...machine.save(), cursor }
}

/** Leaves a checkpoint where one has been looking, so that a second visit nearby is quick. */
export function rememberVisit(timeline: Timeline): void {
  const { machine, branch } = timeline
  const { events } = latestBefore(branch.checkpoints, machine.at())
  if (machine.broken() || events === machine.events()) return
  keepVisited(branch.checkpoints, saved(timeline))
}

/** Puts the machine where the way to an instant is shortest: here, or at a checkpoint. */
export function approach(timeline: Timeline, at: Micros): void {
  const { machine, branch } = timeline
  const checkpoint = latestBefore(branch.checkpoints, at)
  if (machine.at() <= at && machine.events() >= checkpoint.events) return
  machine.restore(checkpoint)
  timeline.cursor = checkpoint.cursor
}

/** Everything at the present instant has happened: events first, then recorded commands. */
export function finishInstant(timeline: Timeline): void {
  advance(timeline, timeline.machine.at(), Number.POSITIVE_INFINITY)
}

export function recordingOf({ scenario, setup, branches, branch }: Timeline): Recording {
  const plain = branches.map(({ id, from, commands }) => ({ id, from, commands: [...commands] }))
  return { scenario, seed: setup.seed, branch: branch.id, branches: plain }
}
