/**
 * The one way in which a frame reaches the page, with the clock set to it. While very much is in
 * flight the still part of the picture is read ten times a second, not thirty: the moving part is
 * what is looked at, and it has the time it needs. What a lesson withholds stays unread.
 */
import type { Frame } from '../../engine/contract/frame.ts'
import type { FramePacket } from '../../workers/api.ts'
import { engineStore } from './engineStore.ts'
import { setClock } from './modelClock.ts'
import { speedNumber } from './speedNumber.ts'
import { withheldAfter } from './withheldAfter.ts'

/** More messages than this and the still part waits its turn. */
const busyMessages = 300
const calmMillis = 95

/** The newest packet, when its frame has not been read yet. */
let unread: FramePacket | null = null
/** The newest packet, when it lies behind what a lesson withholds. */
let withheld: FramePacket | null = null
let readAtMillis = 0
let shownFaults = 0
let turn: ReturnType<typeof setTimeout> | undefined

export function receiveFrame(packet: FramePacket): void {
  withheld = isWithheld(packet) ? packet : null
  if (withheld === null) showPacket(packet)
  else keepPicture(packet)
}

function isWithheld({ playback }: FramePacket): boolean {
  const after = withheldAfter()
  return after !== null && playback.at > after
}

/** The stage stands still; what moved on it belongs to the buffer that was given back. */
function keepPicture({ playback }: FramePacket): void {
  clearTimeout(turn)
  turn = undefined
  unread = null
  const { frame } = engineStore.getState()
  setClock({ at: frame?.at ?? 0, speed: 0 }, performance.now())
  engineStore.setState({ moving: new ArrayBuffer(0), playback })
}

/** To be called when less is withheld than before. */
export function showWithheld(): void {
  if (withheld !== null) receiveFrame(withheld)
}

function showPacket(packet: FramePacket): void {
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

/** For whoever asks what stands on the stage now: nothing waits its turn. */
export function shownFrame(): Frame | null {
  readFrame()
  return engineStore.getState().frame
}

/** Where the engine is, whatever a lesson withholds. */
export function newestFrame(): Frame | null {
  return withheld?.frame ?? shownFrame()
}
