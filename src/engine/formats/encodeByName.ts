/** A link that is a name: when nothing was changed in a built-in scenario. */
import type { Recording, View } from '../contract/recording.ts'
import { builtInOf, differencesOf } from './linkScenario.ts'
import { encodeNamedLink } from './namedLink.ts'
import { ownSeed, presentCommands } from './recordingOf.ts'

/** Null when something was changed, or the name and the view are too long to be said. */
export function encodeByName(recording: Recording, view: View, opensAt: number): string | null {
  const { scenario, seed } = recording
  const known = builtInOf(scenario)
  const isUnchanged =
    known !== null &&
    differencesOf(scenario, known).length === 0 &&
    seed === ownSeed(known) &&
    presentCommands(recording).length === 0
  return isUnchanged ? encodeNamedLink(scenario.name, view, opensAt) : null
}
