/** The one way in which a frame reaches the page: as a whole, with the clock set to it. */
import type { FramePacket } from '../../workers/api.ts'
import { engineStore } from './engineStore.ts'
import { setClock } from './modelClock.ts'
import { speedNumber } from './speedNumber.ts'

export function receiveFrame({ frame, moving, playback }: FramePacket): void {
  const asked = speedNumber(playback.speed)
  const reached = playback.reachedSpeed > 0 ? Math.min(asked, playback.reachedSpeed) : asked
  setClock({ at: playback.at, speed: playback.isPlaying ? reached : 0 }, performance.now())
  engineStore.setState({ frame, moving, playback })
}
