/** The packed part of a link: scenario, seed, the commands of the present branch, the view. */
import type { Recording, View } from '../contract/recording.ts'
import type { Scenario, Setup } from '../contract/scenario.ts'
import { type BitReader, createBitReader, isAtEnd, takeBit, takeRound } from './bitReader.ts'
import { createBitWriter, endBits, putBit, putRound } from './bitWriter.ts'
import { checkRun, checkView } from './linkChecks.ts'
import { namesOf, putCommands, takeCommands } from './linkCommands.ts'
import { putScenario, takeScenario } from './linkScenario.ts'
import { putView, takeView } from './linkView.ts'
import { parseScenario } from './parseScenario.ts'
import { linkPlace } from './problem.ts'
import { type DecodedLink, ownSeed, presentCommands, recordingOf } from './recordingOf.ts'

export function encodePayload(recording: Recording, view: View, setup: Setup): string {
  const { scenario, seed } = recording
  const isOwnSeed = seed === ownSeed(scenario)
  const writer = createBitWriter()
  putScenario(writer, scenario)
  putBit(writer, isOwnSeed ? 0 : 1)
  if (!isOwnSeed) putRound(writer, seed)
  putCommands(writer, presentCommands(recording), namesOf(setup))
  putView(writer, view, setup.opensAtMicros)
  return endBits(writer)
}

function damaged(reader: BitReader, from: number): DecodedLink {
  const path = linkPlace(from + Math.floor(Math.max(reader.failedAt, 0) / 6))
  const message = 'the link carries something this version does not know'
  return { ok: false, problems: [{ path, message, allowed: 'the numbers of version 1' }] }
}

function decodeRun(reader: BitReader, scenario: Scenario, setup: Setup): DecodedLink {
  const seed = takeBit(reader) === 1 ? takeRound(reader) : ownSeed(scenario)
  const commands = takeCommands(reader, namesOf(setup))
  const view = takeView(reader, setup.opensAtMicros)
  const problems = [...checkView(view, setup), ...checkRun(seed, commands, setup)]
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, recording: recordingOf(scenario, seed, commands), view }
}

/** `from` is where the payload begins in the link, for the places of problems. */
export function decodePayload(payload: string, from: number): DecodedLink {
  const reader = createBitReader(payload)
  const input = takeScenario(reader)
  if (reader.failedAt >= 0) return damaged(reader, from)
  const parsed = parseScenario(input)
  if (!parsed.ok) {
    const problems = parsed.problems.map(found => ({ ...found, path: `link, ${found.path}` }))
    return { ok: false, problems }
  }
  const decoded = decodeRun(reader, parsed.scenario, parsed.setup)
  return isAtEnd(reader) ? decoded : damaged(reader, from)
}
