/**
 * Opens a source: a scenario, its JSON text, a built-in name or a link. What cannot be opened
 * yields problems with their places, and leaves whatever is running alone.
 */
import type { Recording, View } from '../engine/contract/recording.ts'
import type { Scenario } from '../engine/contract/scenario.ts'
import { firstBranch } from './branchTrack.ts'
import type { LaterDoor } from './engineDoor.ts'
import type { OpenedRun } from './openedRun.ts'

export function openForeign(door: LaterDoor, source: Scenario | string): OpenedRun {
  if (typeof source !== 'string') return openScenario(door, source)
  if (source.trim().startsWith('{')) return openText(door, source)
  const link = door.decodeLink(source)
  return link.ok ? openRecording(door, link.recording, link.view) : link
}

function openText(door: LaterDoor, text: string): OpenedRun {
  try {
    return openScenario(door, JSON.parse(text))
  } catch (error) {
    const message = `this is not JSON: ${error instanceof Error ? error.message : String(error)}`
    return { ok: false, problems: [{ path: 'file', message, allowed: 'a scenario as JSON' }] }
  }
}

function openScenario(door: LaterDoor, input: unknown): OpenedRun {
  const parsed = door.parseScenario(input)
  if (!parsed.ok) return parsed
  const { scenario, setup } = parsed
  const branches = [{ id: firstBranch, from: null, commands: [] }]
  const view = { at: setup.opensAtMicros, speed: null, selection: null }
  return { ok: true, run: { scenario, setup, branches, branch: firstBranch }, view }
}

/** A recording as a link or the page's own copy has it; its seed may differ from the scenario's. */
export function openRecording(door: LaterDoor, recording: Recording, view: View): OpenedRun {
  const { scenario, seed, branches, branch } = recording
  const parsed = door.parseScenario({ ...scenario, seed })
  if (!parsed.ok) return parsed
  return { ok: true, run: { scenario, setup: parsed.setup, branches, branch }, view }
}
