/**
 * Commands: imperative, from a user or a scenario to the engine, and the only way to change what
 * happens. They are recorded with the instant at which they were given. A refused command is a
 * fact and leaves no other trace. Fields are as people write them (durations with units).
 */
import type { FaultKind } from './faults.ts'
import type { ApplicationId, TargetId } from './ids.ts'
import type { DurationText, Micros } from './units.ts'

export interface Commands {
  InjectFault: { fault: FaultKind; target: TargetId; factor?: number; ratio?: number }
  HealFault: { fault: FaultKind; target: TargetId }
  /** Heals every fault in force, in the order in which they came. */
  HealAll: Record<never, never>
  /** Changes how many sessions an application has and how long they think. */
  SetWorkload: { workload: ApplicationId; sessions?: number; think?: DurationText }
}

export type CommandName = keyof Commands
export type Command = { [K in CommandName]: { do: K } & Commands[K] }[CommandName]

/** A command and the instant at which it was given: after all events at or before it. */
export interface StampedCommand {
  at: Micros
  command: Command
}

/** Why something was refused: a key of the sentence catalogue and its numbers. */
export interface Reason {
  key: string
  parameters: Parameters
}

/** Parameters of a sentence: plain values only. */
export type Parameters = Record<string, string | number | boolean | string[] | number[]>

export type CommandOutcome = { accepted: true } | { accepted: false; reason: Reason }
