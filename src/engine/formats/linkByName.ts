/** Links to a built-in scenario as it is: encoded when nothing was changed, decoded by name. */
import type { Recording, View } from '../contract/recording.ts'
import { scenarios } from '../scenarios/catalogue.ts'
import { checkView } from './linkChecks.ts'
import { linkPlace } from './linkEnvelope.ts'
import { type DecodedLink, ownSeed, presentCommands, recordingOf } from './linkPayload.ts'
import { builtInOf, differencesOf } from './linkScenario.ts'
import { decodeNamedLink, encodeNamedLink } from './namedLink.ts'
import { nearestName } from './nearestName.ts'
import { showValue } from './problem.ts'
import { resolveScenario } from './resolveScenario.ts'

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

function refuse(path: string, message: string, allowed: string): DecodedLink {
  return { ok: false, problems: [{ path, message, allowed }] }
}

function unknownName(name: string): DecodedLink {
  const names = Object.keys(scenarios)
  const nearest = nearestName(name, names)
  const hint = nearest === null ? '' : `; did you mean "${nearest}"?`
  return refuse('link', `there is no scenario ${showValue(name)}${hint}`, names.join(', '))
}

export function decodeByName(text: string): DecodedLink {
  const link = decodeNamedLink(text)
  if ('bad' in link) {
    const allowed = 'behind a name: @ and an instant, a speed as 1/1500x, the id of a selection'
    return refuse(linkPlace(link.from), `${showValue(link.bad)} says nothing here`, allowed)
  }
  const known = Object.hasOwn(scenarios, link.name) ? scenarios[link.name] : undefined
  if (known === undefined) return unknownName(link.name)
  const setup = resolveScenario(known)
  const { speed, selection } = link
  const view = { at: link.at ?? setup.opensAtMicros, speed, selection }
  const problems = checkView(view, setup)
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, recording: recordingOf(known, ownSeed(known), []), view }
}
