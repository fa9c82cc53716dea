/** The timeline shows every instant as an unbroken run has it, and keeps what later is left. */
import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import type { Command } from '../engine/contract/commands.ts'
import type { Micros } from '../engine/contract/units.ts'
import { checkpointEvents } from './checkpoints.ts'
import { giveCommand, switchTo } from './fork.ts'
import { stepOnce } from './searches.ts'
import { seekTo } from './seekTo.ts'
import { fakeEngine, fakeScenario, fakeSetup } from './testing/fakeEngine.ts'
import { fakeDigest } from './testing/fakeMachine.ts'
import { createFakeMachine } from './testing/fakeMachine.ts'
import { advance, createTimeline, finishInstant, recordingOf } from './timeline.ts'
import type { Timeline } from './timeline.ts'

const crash: Command = { do: 'InjectFault', fault: 'NodeCrash', target: 'node-a1' }
const heal: Command = { do: 'HealFault', fault: 'NodeCrash', target: 'node-a1' }

function create(engine = fakeEngine()): Timeline {
  const branches = [{ id: 'main', from: null, commands: [] }]
  const run = { scenario: fakeScenario, setup: fakeSetup(), branches, branch: 'main' }
  return createTimeline(engine, run)
}

function seek(timeline: Timeline, at: Micros): string {
  for (const _ of seekTo(timeline, at));
  return fakeDigest(timeline.machine)
}

/** A machine that never looks back: the state at an instant after the commands of a branch. */
function unbroken(timeline: Timeline, at: Micros): string {
  const machine = createFakeMachine()
  for (const given of timeline.branch.commands.filter(command => command.at <= at)) {
    machine.runUntil(given.at, Infinity)
    machine.apply(given.command)
  }
  machine.runUntil(at, Infinity)
  return fakeDigest(machine)
}

const wish = fc.oneof(
  fc.record({ kind: fc.constant('seek' as const), at: fc.integer({ min: 0, max: 400_000 }) }),
  fc.record({ kind: fc.constant('step' as const), at: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ kind: fc.constantFrom('crash' as const, 'heal' as const), at: fc.constant(0) }),
  fc.record({ kind: fc.constant('slice' as const), at: fc.integer({ min: 1, max: 500 }) }),
  fc.record({ kind: fc.constant('switch' as const), at: fc.integer({ min: 0, max: 9 }) }),
)

function follow(timeline: Timeline, { kind, at }: { kind: string; at: number }): void {
  if (kind === 'seek') seek(timeline, at)
  if (kind === 'step') for (let k = 0; k < at; k++) stepOnce(timeline)
  if (kind === 'crash' || kind === 'heal') giveCommand(timeline, kind === 'heal' ? heal : crash)
  if (kind === 'slice') advance(timeline, timeline.machine.at() + at * 100, at)
  if (kind === 'switch') switchTo(timeline, timeline.branches[at % timeline.branches.length]!.id)
}

property.prop([fc.array(wish, { maxLength: 25 }), fc.integer({ min: 0, max: 400_000 })])(
  'checkpoint and replay equal an unbroken run, whatever was looked at and done before',
  (wishes, at) => {
    const timeline = create()
    for (const one of wishes) {
      follow(timeline, one)
      finishInstant(timeline)
      expect(fakeDigest(timeline.machine)).toBe(unbroken(timeline, timeline.machine.at()))
    }
    const first = seek(timeline, at)
    expect(first).toBe(unbroken(timeline, at))
    seek(timeline, 350_000)
    expect(seek(timeline, at)).toBe(first)
  },
)

property.prop([fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 30 })])(
  'charts and notable facts do not hang on how the way was cut up',
  cuts => {
    const whole = create()
    giveCommand(whole, crash)
    seek(whole, 100_000)
    const pieces = create()
    giveCommand(pieces, crash)
    for (const cut of cuts) {
      advance(pieces, pieces.machine.at() + cut * 7, cut)
      if (cut % 5 === 0) seek(pieces, Math.floor(pieces.machine.at() / 2))
    }
    seek(pieces, 100_000)
    expect(pieces.branch.chart).toEqual(whole.branch.chart)
    expect(pieces.branch.facts).toEqual(whole.branch.facts)
  },
)

test('a command at the horizon goes on, one before it leaves the rest as a branch', () => {
  const timeline = create()
  seek(timeline, 10_000)
  giveCommand(timeline, crash)
  seek(timeline, 50_000)
  const later = fakeDigest(timeline.machine)
  expect(timeline.branches).toHaveLength(1)
  seek(timeline, 20_000)
  giveCommand(timeline, heal)
  expect(timeline.branch).toMatchObject({ id: 'branch-2', from: { branch: 'main', at: 20_000 } })
  expect(timeline.branch.commands.map(({ at }) => at)).toEqual([10_000, 20_000])
  expect(timeline.branch.horizon).toBe(20_000)
  expect(seek(timeline, 50_000)).not.toBe(later)
  switchTo(timeline, 'main')
  expect(timeline.branch.horizon).toBe(50_000)
  expect(seek(timeline, 50_000)).toBe(later)
})

test('a command that stands apart begins a branch, at the horizon too', () => {
  const timeline = create()
  seek(timeline, 10_000)
  const before = fakeDigest(timeline.machine)
  const { at } = giveCommand(timeline, crash, true)
  expect(timeline.branch).toMatchObject({ id: 'branch-2', from: { branch: 'main', at: 10_000 } })
  expect(timeline.branch.commands).toEqual([{ at: 10_000, command: crash }])
  seek(timeline, 50_000)
  switchTo(timeline, 'main')
  expect(seek(timeline, at)).toBe(before)
  expect(timeline.branch.commands).toEqual([])
})

test('a refused command is recorded and told as a fact', () => {
  const timeline = create()
  seek(timeline, 10_000)
  const { outcome } = giveCommand(timeline, heal)
  expect(outcome.accepted).toBe(false)
  expect(timeline.branch.facts.map(({ fact }) => fact)).toEqual(['CommandRefused'])
  expect(recordingOf(timeline).branches[0]?.commands).toEqual([{ at: 10_000, command: heal }])
})

test('a refused command begins no branch, and all is as it was before', () => {
  const timeline = create()
  seek(timeline, 30_000)
  giveCommand(timeline, crash)
  seek(timeline, 50_000)
  const later = fakeDigest(timeline.machine)
  seek(timeline, 20_000)
  const before = fakeDigest(timeline.machine)
  const { facts, commands } = timeline.branch
  for (const isApart of [false, true]) {
    expect(giveCommand(timeline, heal, isApart).outcome.accepted).toBe(false)
    expect(timeline.branches.map(({ id }) => id)).toEqual(['main'])
    expect(timeline.branch).toMatchObject({ id: 'main', commands, facts, horizon: 50_000 })
    expect(fakeDigest(timeline.machine)).toBe(before)
  }
  advance(timeline, 50_000, Number.POSITIVE_INFINITY)
  expect(fakeDigest(timeline.machine)).toBe(later)
  seek(timeline, 20_000)
  giveCommand(timeline, crash, true)
  expect(timeline.branch.id).toBe('branch-2')
})

test('facts and chart of a branch end where it left, and begin anew there', () => {
  const timeline = create()
  giveCommand(timeline, crash)
  seek(timeline, 30_500)
  giveCommand(timeline, heal)
  seek(timeline, 60_000)
  seek(timeline, 20_500)
  giveCommand(timeline, heal)
  const kinds = timeline.branch.facts.map(({ fact }) => fact)
  expect(kinds).toEqual(['CommandGiven', 'FaultInjected', 'CommandGiven', 'FaultHealed'])
  expect(timeline.branch.chart.bins).toHaveLength(20)
  seek(timeline, 60_000)
  const { closed, open } = timeline.branch.chart
  const counted = [...(timeline.machine.latencies() as number[])]
  expect([...closed].map((count, k) => count + open[k]!)).toEqual(counted)
})

test('a broken law ends the branch, also when it is come upon again', () => {
  const timeline = create(fakeEngine({ breaksAt: 30_000 }))
  seek(timeline, 50_000)
  const at = timeline.machine.at()
  expect(at).toBeLessThan(31_000)
  expect(timeline.branch.stoppedBy).toEqual({ law: 'fake', at })
  seek(timeline, 10_000)
  expect(timeline.machine.at()).toBe(10_000)
  seek(timeline, 50_000)
  expect(timeline.machine.at()).toBe(at)
})

test('checkpoints stand close within the newest million events and thinner behind', () => {
  const timeline = create()
  seek(timeline, 120_000_000)
  const events = timeline.branch.checkpoints.kept.map(checkpoint => checkpoint.events)
  const newest = events.at(-1)!
  expect(newest).toBeGreaterThan(2_000_000)
  const gaps = events.slice(1).map((event, index) => event - events[index]!)
  const close = gaps.filter((_, index) => events[index]! > newest - 1_000_000 + checkpointEvents)
  expect(Math.max(...close)).toBe(checkpointEvents)
  expect(Math.max(...gaps)).toBe(2 * checkpointEvents)
  expect(gaps.length - close.length).toBeLessThan(newest / checkpointEvents / 1.5)
})

test('a second visit nearby starts from where the first left its checkpoints', () => {
  const timeline = create()
  seek(timeline, 120_000_000)
  seek(timeline, 30_000_000)
  const { events } = timeline.machine
  const before = timeline.branch.checkpoints.visited.length
  expect(before).toBeGreaterThan(0)
  seek(timeline, 100_000_000)
  timeline.machine.restore(timeline.branch.checkpoints.kept[0]!)
  timeline.cursor = 0
  let replayed = 0
  for (const count of seekTo(timeline, 30_000_100)) replayed += count
  expect(events()).toBeGreaterThan(0)
  expect(replayed).toBeLessThan(checkpointEvents)
})
