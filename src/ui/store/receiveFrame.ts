/**
 * The one way in which a frame reaches the page, with the clock set to it. While very much is in
 * flight the still part of the picture is read ten times a second, not thirty: the moving part is
 * what is looked at, and it has the time it needs.
 */
import type { Frame } from '../../engine/contract/frame.ts'
import type { FramePacket } from '../../workers/api.ts'
import { engineStore } from './engineStore.ts'
import { setClock } from './modelClock.ts'
import { speedNumber } from './speedNumber.ts'

/** More messages than this and the still part waits its turn. */
const busyMessages = 300
const calmMillis = 95

/** The newest packet, when its frame has not been read yet. */
let unread: FramePacket | null = null
let readAtMillis = 0
let shownFaults = 0
let turn: ReturnType<typeof setTimeout> | undefined

export function receiveFrame(packet: FramePacket): void {
  const { moving, playback } = packet
  const asked = speedNumber(playback.speed)
  const reached = playback.reachedSpeed > 0 ? Math.min(asked, playback.reachedSpeed) : asked
  const now = performance.now()
  setClock({ at: playback.at, speed: playback.isPlaying ? reached : 0 }, now)
  unread = packet
  if (isReadAtOnce(packet)) readFrame()
  else {
    engineStore.setState({ moving, playback })
    turn ??= setTimeout(readFrame, Math.max(0, readAtMillis + calmMillis - now))
  }
}

/** Otherwise the newest is read when its turn comes, in a task of its own. */
function isReadAtOnce({ moving, playback, faultCount }: FramePacket): boolean {
  return !playback.isPlaying || inFlight(moving) <= busyMessages || faultCount !== shownFaults
}

/** The number of rows stands first in what moves. */
function inFlight(moving: ArrayBuffer): number {
  return moving.byteLength < 8 ? 0 : (new Float64Array(moving, 0, 1)[0] ?? 0)
}

function readFrame(): void {
  clearTimeout(turn)
  turn = undefined
  if (unread === null) return
  const { frame, moving, playback, faultCount } = unread
  unread = null
  readAtMillis = performance.now()
  shownFaults = faultCount
  engineStore.setState({ frame, moving, playback })
}

/** For whoever asks what stands there now: nothing waits its turn. */
export function newestFrame(): Frame | null {
  readFrame()
  return engineStore.getState().frame
}
