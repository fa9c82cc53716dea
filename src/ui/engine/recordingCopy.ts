/**
 * The page's own copy of the recording and of what one was looking at, kept up to date from what
 * the worker answers, so that nothing is lost when the worker is.
 */
import type { Command } from '../../engine/contract/commands.ts'
import type { Branch, Recording, View } from '../../engine/contract/recording.ts'
import type { FramePacket, GivenCommand, Opened } from '../../workers/api.ts'

export interface RecordingCopy {
  /** Null while nothing is open. */
  recording: Recording | null
  view: View
  isPlaying: boolean
}

export function createRecordingCopy(): RecordingCopy {
  return { recording: null, view: { at: 0, speed: null, selection: null }, isPlaying: false }
}

export function noteOpened(copy: RecordingCopy, { recording, view }: Opened): void {
  copy.recording = structuredClone(recording)
  copy.view = { ...view }
}

/** Every command stands in the recording, a refused one too; one in the past begins a branch. */
export function noteCommand(copy: RecordingCopy, command: Command, given: GivenCommand): void {
  const { recording } = copy
  const { at, branch: id } = given
  if (recording === null || at === undefined || id === undefined) return
  if (!recording.branches.some(branch => branch.id === id)) {
    recording.branches.push(leave(present(recording), id, at))
  }
  recording.branch = id
  present(recording).commands.push({ at, command })
}

function present({ branches, branch }: Recording): Branch {
  return branches.find(({ id }) => id === branch)!
}

function leave(branch: Branch, id: string, at: number): Branch {
  const commands = branch.commands.filter(given => given.at <= at)
  return { id, from: { branch: branch.id, at }, commands }
}

export function noteBranch({ recording }: RecordingCopy, id: string): void {
  if (recording?.branches.some(branch => branch.id === id)) recording.branch = id
}

export function noteFrame(copy: RecordingCopy, { playback }: FramePacket): void {
  const { at, isPaced, speed, isPlaying } = playback
  copy.view = { ...copy.view, at, speed: isPaced ? null : speed }
  copy.isPlaying = isPlaying
}
