/**
 * The link (Formats §2): a name that can be said aloud, or version, check and a packed payload in
 * letters that every address carries unchanged. Decoding is bounded in time and size and never
 * throws: what is cut short, damaged, unknown or out of range becomes a problem with its place.
 */
import type { Recording, View } from '../contract/recording.ts'
import { decodeByName } from './decodeByName.ts'
import { encodeByName } from './encodeByName.ts'
import { openEnvelope, wrapPayload } from './linkEnvelope.ts'
import { decodePayload, encodePayload } from './linkPayload.ts'
import type { DecodedLink } from './recordingOf.ts'
import { resolveScenario } from './resolveScenario.ts'

/** Longer texts are refused unread. */
const longestLink = 400_000

/** The text after `#`. It carries the present branch and what one was looking at. */
export function encodeLink(recording: Recording, view: View): string {
  const setup = resolveScenario(recording.scenario)
  const named = encodeByName(recording, view, setup.opensAtMicros)
  return named ?? wrapPayload(encodePayload(recording, view, setup))
}

function refuse(message: string, allowed: string): DecodedLink {
  return { ok: false, problems: [{ path: 'link', message, allowed }] }
}

/** A link with or without `#`, or a whole address that ends in one. */
export function decodeLink(address: string): DecodedLink {
  if (address.length > longestLink) return refuse('the link is too long', '400,000 characters')
  const text = address.slice(address.indexOf('#') + 1).trim()
  if (text === '') return refuse('the link is empty', 'the name of a scenario')
  if (/^[a-z]/.test(text)) return decodeByName(text)
  const opened = openEnvelope(text)
  if ('problem' in opened) return { ok: false, problems: [opened.problem] }
  return decodePayload(opened.payload, opened.from)
}
