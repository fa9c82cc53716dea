/**
 * Branches: a command given while looking at the past leaves what came later as a branch of its
 * own, which can be gone back to.
 */
import type { Command, CommandOutcome } from '../engine/contract/commands.ts'
import type { Micros } from '../engine/contract/units.ts'
import { type BranchTrack, leaveBranch } from './branchTrack.ts'
import { setAside } from './checkpoints.ts'
import { finishInstant, type Timeline } from './timeline.ts'

/** Checkpoints that a branch keeps when it is left, and how many left branches keep any. */
const keptAside = 8
const branchesAside = 4

/**
 * Gives a command at the instant shown; before the horizon it begins a branch. So does one that
 * shall stand `apart`, so that one can go back to the run without it. What is refused begins none.
 */
export function giveCommand(
  timeline: Timeline,
  command: Command,
  isApart = false,
): { outcome: CommandOutcome; at: Micros } {
  finishInstant(timeline)
  const at = timeline.machine.at()
  const give = isApart || isInPast(timeline) ? applyOnBranch : applyNew
  return { outcome: give(timeline, command), at }
}

/** Nobody knows whether it will be refused before it is given: then all is put back. */
function applyOnBranch(timeline: Timeline, command: Command): CommandOutcome {
  const { machine, branch, cursor } = timeline
  const before = machine.save()
  timeline.branch = leave(timeline)
  const outcome = applyNew(timeline, command)
  if (outcome.accepted) enter(timeline, timeline.branch)
  else {
    machine.restore(before)
    Object.assign(timeline, { branch, cursor })
  }
  return outcome
}

/** Applies a new command at the instant where the machine stands, which has been made room for. */
function applyNew(timeline: Timeline, command: Command): CommandOutcome {
  const { machine, branch } = timeline
  branch.commands.push({ at: machine.at(), command })
  timeline.cursor++
  const outcome = machine.apply(command)
  finishInstant(timeline)
  return outcome
}

function isInPast({ machine, branch, cursor }: Timeline): boolean {
  return machine.at() < branch.horizon || cursor < branch.commands.length
}

function leave({ machine, branch, branches, cursor }: Timeline): BranchTrack {
  const departure = { at: machine.at(), events: machine.events(), facts: machine.facts(), cursor }
  return leaveBranch(branch, nextId(branches), departure)
}

function nextId(branches: BranchTrack[]): string {
  const taken = new Set(branches.map(({ id }) => id))
  let number = branches.length + 1
  while (taken.has(`branch-${number}`)) number++
  return `branch-${number}`
}

function enter(timeline: Timeline, branch: BranchTrack): void {
  const { branches } = timeline
  if (!branches.includes(branch)) branches.push(branch)
  branch.turn = 1 + Math.max(...branches.map(({ turn }) => turn))
  timeline.branch = branch
  const others = branches.filter(other => other !== branch).sort((a, b) => b.turn - a.turn)
  for (const [index, other] of others.entries()) {
    setAside(other.checkpoints, index < branchesAside ? keptAside : 0)
  }
}

/** Makes another branch the present one and stands at its start; seek from there. */
export function switchTo(timeline: Timeline, id: string): boolean {
  const branch = timeline.branches.find(other => other.id === id)
  if (branch === undefined || branch === timeline.branch) return false
  enter(timeline, branch)
  timeline.machine.restore(branch.checkpoints.kept[0]!)
  timeline.cursor = 0
  return true
}
