/**
 * `window.playground` (Formats §4): what demos and tests drive the page with. Every call may be
 * awaited; `idle` resolves when the picture stands still and has been painted.
 */
import type { Cause } from '../../engine/contract/cause.ts'
import type { Command, Reason } from '../../engine/contract/commands.ts'
import type { Description } from '../../engine/contract/description.ts'
import type { Fact } from '../../engine/contract/facts.ts'
import type { Frame } from '../../engine/contract/frame.ts'
import type { SubjectId } from '../../engine/contract/ids.ts'
import type { FactPattern } from '../../engine/contract/pattern.ts'
import type { Report } from '../../engine/contract/report.ts'
import type { Scenario } from '../../engine/contract/scenario.ts'
import type { Micros } from '../../engine/contract/units.ts'
import type { EngineApi, Opened, Problem } from '../../workers/api.ts'
import { createPainted, type Painted, whenPainted } from './painted.ts'

export interface Playground {
  load(source: Scenario | string): Promise<void>
  command(command: Command): Promise<{ accepted: true } | { accepted: false; reason: Reason }>
  play(speed?: string): Promise<void>
  pause(): Promise<void>
  seek(at: string): Promise<void>
  step(kind?: 'event' | 'message' | 'fact'): Promise<void>
  until(pattern: FactPattern, options?: { limit?: string }): Promise<{ at: number; fact: Fact }>
  idle(): Promise<void>
  frame(): Frame
  facts(filter?: FactPattern): Promise<Fact[]>
  report(): Promise<Report>
  reportAt(at: string): Promise<Report>
  why(subject: SubjectId): Promise<Cause[]>
  link(): Promise<string>
  describe(): Description
}

/** What the page lends: its engine, what it last received, and whom to tell of changes. */
export interface PlaygroundParts {
  engine: Omit<EngineApi, 'connectFrames'>
  frame: () => Frame | null
  /** The frame on the stage, where a lesson may withhold a newer one. */
  shown?: () => Frame | null
  description: () => Description | null
  /** Loads the words that stories beyond the opening need. */
  learn: () => Promise<void>
  /** Another run was opened: show its title, pace and view. */
  onOpened: (opened: Opened) => void
  /** Marks, charts or branches may have changed. */
  onChanged: () => void
}

export interface PlaygroundDoor {
  playground: Playground
  /** To be called for every packet before it is drawn. */
  noteReceived(): void
  /** To be called by the painter, with the instant it painted. */
  notePainted(at: Micros): void
}

export function createPlayground(parts: PlaygroundParts): PlaygroundDoor {
  const painted = createPainted()
  const open = { count: 0 }
  const calls = { ...movingCalls(parts), ...askingCalls(parts) }
  const counted = Object.entries(calls).map(([name, ask]) => [name, countOpen(ask, open)])
  return {
    playground: {
      ...(Object.fromEntries(counted) as typeof calls),
      idle: () => idle(parts, painted, open),
      frame: () => known(parts.frame(), 'there is no frame yet'),
      describe: () => known(parts.description(), 'the engine has not told its catalogue yet'),
    },
    noteReceived: () => painted.received(),
    notePainted: at => painted.painted(at),
  }
}

type Moving = 'load' | 'command' | 'play' | 'pause' | 'seek' | 'step' | 'until'

function movingCalls(parts: PlaygroundParts): Pick<Playground, Moving> {
  const { engine, onChanged } = parts
  return {
    load: source => load(parts, source),
    command: async command => {
      const outcome = await engine.command(command)
      onChanged()
      return outcome.accepted ? { accepted: true } : { accepted: false, reason: outcome.reason }
    },
    play: speed => engine.play(speed),
    pause: () => engine.pause(),
    seek: async at => {
      await engine.seek(at)
      onChanged()
    },
    step: (kind = 'event') => engine.step(kind),
    until: (pattern, options) => until(parts, pattern, options),
  }
}

function askingCalls(
  parts: PlaygroundParts,
): Pick<Playground, 'facts' | 'report' | 'reportAt' | 'why' | 'link'> {
  const { engine } = parts
  return {
    facts: filter => engine.facts(filter),
    report: () => engine.report(),
    reportAt: at => engine.reportAt(at),
    why: subject => engine.why(subject),
    link: async () => `#${await engine.link()}`,
  }
}

async function load(
  { engine, learn, onOpened, onChanged }: PlaygroundParts,
  source: Scenario | string,
): Promise<void> {
  await learn()
  const outcome = await engine.open(source)
  if (!outcome.ok) throw new Error(outcome.problems.map(problemLine).join('\n'))
  onOpened(outcome.opened)
  onChanged()
}

function problemLine({ path, message, allowed }: Problem): string {
  return `${path}: ${message}${allowed === null ? '' : ` (allowed: ${allowed})`}`
}

async function until(
  { engine, onChanged }: PlaygroundParts,
  pattern: FactPattern,
  options?: { limit?: string },
): Promise<{ at: number; fact: Fact }> {
  const outcome = await engine.until(pattern, options)
  onChanged()
  if (outcome.found) return { at: outcome.at, fact: outcome.fact }
  const { at, limit } = outcome
  throw new Error(`${pattern.fact} was not told up to ${at} µs (limit ${limit} µs)`)
}

/** Counts a call as open until it is answered, well or badly. */
function countOpen<Call>(ask: Call, open: { count: number }): Call {
  const asked = ask as (...parameters: unknown[]) => Promise<unknown>
  return (async (...parameters: unknown[]) => {
    open.count++
    try {
      return await asked(...parameters)
    } finally {
      open.count--
    }
  }) as Call
}

/** Paused or at its target, no request open, and the newest frame painted. */
async function idle(
  { engine, frame, shown = frame }: PlaygroundParts,
  painted: Painted,
  open: { count: number },
): Promise<void> {
  do {
    await engine.settled()
    await whenPainted(painted, () => shown()?.at ?? null)
  } while (open.count > 0)
}

function known<Value>(value: Value | null, otherwise: string): Value {
  if (value === null) throw new Error(otherwise)
  return value
}
