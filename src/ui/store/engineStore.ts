/**
 * What the engine tells the page: the connection, the newest frame with how it is played, the
 * catalogue and what is open. `receiveFrame` is the one writer of the frame; everything else here
 * is written by `commands` and by the page's entry.
 */
import { create } from 'zustand'
import type { Description } from '../../engine/contract/description.ts'
import type { Frame } from '../../engine/contract/frame.ts'
import type { EngineApi, Opened, Playback } from '../../workers/api.ts'

/** `lost`: the worker died and is started again; `resumed`: it goes on from the recording. */
export type Connection = 'starting' | 'live' | 'lost' | 'resumed'

/** What the page asks of the worker; the frame port belongs to the connection. */
export type Engine = Omit<EngineApi, 'connectFrames'>

export interface EngineState {
  connection: Connection
  engine: Engine | null
  frame: Frame | null
  moving: ArrayBuffer
  playback: Playback | null
  description: Description | null
  opened: Opened | null
  /** Counts what may change marks and charts: opening, commands, forks. */
  revision: number
}

export const engineStore = create<EngineState>()(() => ({
  connection: 'starting',
  engine: null,
  frame: null,
  moving: new ArrayBuffer(0),
  playback: null,
  description: null,
  opened: null,
  revision: 0,
}))
