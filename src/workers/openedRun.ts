/** A source that was opened: the run it makes and the view it asks for, or what is wrong. */
import type { Recording, View } from '../engine/contract/recording.ts'
import type { Opened, Problem } from './api.ts'
import type { EngineDoor } from './engineDoor.ts'
import type { Run } from './timeline.ts'

export type OpenedRun = { ok: true; run: Run; view: View } | { ok: false; problems: Problem[] }

/** The scenario that the page opens on, for which nothing has to be loaded; else null. */
export function openFirst(engine: EngineDoor, source: unknown): OpenedRun | null {
  const opening = typeof source === 'string' ? engine.openingRun(source) : null
  if (opening === null) return null
  const { scenario, setup, recording, view } = opening
  const { branches, branch } = recording
  return { ok: true, run: { scenario, setup, branches, branch }, view }
}

export function openedOf(
  { scenario, setup }: Pick<Run, 'scenario' | 'setup'>,
  recording: Recording,
  view: View,
): Opened {
  const { pace, opensAtMicros, untilMicros } = setup
  return { scenario, recording, view, pace, opensAt: opensAtMicros, end: untilMicros }
}
