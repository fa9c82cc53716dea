/**
 * Opens a source: a scenario, its JSON text, a built-in name or a link. What cannot be opened
 * yields problems with their places, and leaves whatever is running alone.
 */
import type { Recording, View } from '../engine/contract/recording.ts'
import type { Scenario } from '../engine/contract/scenario.ts'
import type { Opened, Problem } from './api.ts'
import { firstBranch } from './branchTrack.ts'
import type { EngineDoor } from './engineDoor.ts'
import type { Run } from './timeline.ts'

export type OpenedRun = { ok: true; run: Run; view: View } | { ok: false; problems: Problem[] }

export function openRun(engine: EngineDoor, source: Scenario | string): OpenedRun {
  if (typeof source !== 'string') return openScenario(engine, source)
  if (source.trim().startsWith('{')) return openText(engine, source)
  const link = engine.decodeLink(source)
  return link.ok ? openRecording(engine, link.recording, link.view) : link
}

function openText(engine: EngineDoor, text: string): OpenedRun {
  try {
    return openScenario(engine, JSON.parse(text))
  } catch (error) {
    const message = `this is not JSON: ${error instanceof Error ? error.message : String(error)}`
    return { ok: false, problems: [{ path: 'file', message, allowed: 'a scenario as JSON' }] }
  }
}

function openScenario(engine: EngineDoor, input: unknown): OpenedRun {
  const parsed = engine.parseScenario(input)
  if (!parsed.ok) return parsed
  const { scenario, setup } = parsed
  const branches = [{ id: firstBranch, from: null, commands: [] }]
  const view = { at: setup.opensAtMicros, speed: null, selection: null }
  return { ok: true, run: { scenario, setup, branches, branch: firstBranch }, view }
}

/** A recording as a link or the page's own copy has it; its seed may differ from the scenario's. */
export function openRecording(engine: EngineDoor, recording: Recording, view: View): OpenedRun {
  const { scenario, seed, branches, branch } = recording
  const parsed = engine.parseScenario({ ...scenario, seed })
  if (!parsed.ok) return parsed
  return { ok: true, run: { scenario, setup: parsed.setup, branches, branch }, view }
}

export function openedOf({ scenario, setup }: Run, recording: Recording, view: View): Opened {
  const { pace, opensAtMicros, untilMicros } = setup
  return { scenario, recording, view, pace, opensAt: opensAtMicros, end: untilMicros }
}
