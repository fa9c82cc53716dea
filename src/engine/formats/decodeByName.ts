/**
 * Opens a link that is a name: a built-in scenario as it is. Needs neither the validator nor the
 * packed links, so that the page can open on a scenario before those are loaded.
 */
import { scenarios } from '../scenarios/catalogue.ts'
import { checkView } from './linkChecks.ts'
import { decodeNamedLink } from './namedLink.ts'
import { nearestName } from './nearestName.ts'
import { linkPlace, showValue } from './problem.ts'
import { type DecodedLink, ownSeed, recordingOf } from './recordingOf.ts'
import { resolveScenario } from './resolveScenario.ts'

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
