/** A run as a recording: its scenario, its seed and the commands of one branch (Formats §2). */
import type { StampedCommand } from '../contract/commands.ts'
import type { Recording, View } from '../contract/recording.ts'
import type { Scenario } from '../contract/scenario.ts'
import type { Problem } from './problem.ts'

export type DecodedLink =
  | { ok: true; recording: Recording; view: View }
  | { ok: false; problems: Problem[] }

/** The one branch of a run that came by link. */
export const firstBranch = 'main'

export function ownSeed(scenario: Scenario): number {
  return scenario.seed ?? 1
}

export function presentCommands(recording: Recording): StampedCommand[] {
  return recording.branches.find(({ id }) => id === recording.branch)?.commands ?? []
}

/** A recording that begins as the scenario does, with these commands. */
export function recordingOf(
  scenario: Scenario,
  seed: number,
  commands: StampedCommand[],
): Recording {
  const branches = [{ id: firstBranch, from: null, commands }]
  return { scenario, seed, branch: firstBranch, branches }
}
