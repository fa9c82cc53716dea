/**
 * The page's door to the engine: calls go to the worker, frames come from it, buffers go back. A
 * worker that dies is started again and takes up the recording where one was looking; calls that
 * were open are asked once more, so that nothing is lost.
 */
import type { Command } from '../../engine/contract/commands.ts'
import type { EngineApi, FramePacket, GivenCommand, OpenOutcome } from '../../workers/api.ts'
import { type Every, type Heartbeat, startHeartbeat } from './heartbeat.ts'
import {
  createRecordingCopy,
  noteBranch,
  noteCommand,
  noteFrame,
  noteOpened,
  type RecordingCopy,
} from './recordingCopy.ts'
import { type StartLink, startLink, type WorkerLink } from './workerLink.ts'

/** What the page asks; the frame port belongs to the connection. */
export type EngineCalls = Omit<EngineApi, 'connectFrames'>

export interface EngineListeners {
  /** The buffer of the frame before is given back right after. */
  onFrame(packet: FramePacket): void
  /** `lost`: the worker died; `resumed`: another has taken up the recording. */
  onConnection(state: 'live' | 'lost' | 'resumed'): void
}

export interface EngineParts {
  start: StartLink
  every: Every
  clock: () => number
}

export interface EngineConnection {
  engine: EngineCalls
  end(): void
}

interface OpenCall {
  name: keyof EngineCalls
  parameters: unknown[]
  resolve: (answer: unknown) => void
  reject: (error: unknown) => void
  /** Deaths it has lived through. */
  deaths: number
}

interface Connection {
  parts: EngineParts
  listeners: EngineListeners
  copy: RecordingCopy
  link: WorkerLink | null
  heartbeat: Heartbeat | null
  /** The buffer that the page is painting from. */
  shown: ArrayBuffer | null
  calls: Set<OpenCall>
  startedAtMillis: number
  /** Deaths soon after a start, one after the other. */
  quickDeaths: number
}

/** Dying sooner than this after a start, a worker dies of what it takes up again. */
const quickMillis = 10_000
const mostQuickDeaths = 3

const browserParts: EngineParts = {
  start: startLink,
  every: (task, millis) => {
    const timer = setInterval(task, millis)
    return () => clearInterval(timer)
  },
  clock: () => performance.now(),
}

export function connectEngine(
  listeners: EngineListeners,
  parts: EngineParts = browserParts,
): EngineConnection {
  const connection: Connection = {
    parts,
    listeners,
    copy: createRecordingCopy(),
    link: null,
    heartbeat: null,
    shown: null,
    calls: new Set(),
    startedAtMillis: 0,
    quickDeaths: 0,
  }
  start(connection)
  listeners.onConnection('live')
  return { engine: callsOf(connection), end: () => drop(connection) }
}

function start(connection: Connection): void {
  const { parts } = connection
  connection.startedAtMillis = parts.clock()
  connection.shown = null
  const link = parts.start({
    onFrame: packet => receive(connection, packet),
    onAlive: () => connection.heartbeat?.answered(),
    onDeath: () => connection.link === link && bury(connection),
  })
  connection.link = link
  connection.heartbeat = startHeartbeat(
    parts.every,
    () => link.post('alive?'),
    () => bury(connection),
  )
}

function receive(connection: Connection, packet: FramePacket): void {
  const { shown, link, copy, listeners, heartbeat } = connection
  heartbeat?.answered()
  noteFrame(copy, packet)
  connection.shown = packet.moving
  listeners.onFrame(packet)
  if (shown !== null) link?.post({ moving: shown })
}

/** Any call, remembered while it is open; `name` is never `connectFrames`. */
function callsOf(connection: Connection): EngineCalls {
  const calls = {} as Record<string, unknown>
  return new Proxy(calls, {
    get: (_, name) => {
      if (typeof name !== 'string' || name === 'then') return undefined
      return (...parameters: unknown[]) => call(connection, name as keyof EngineCalls, parameters)
    },
  }) as unknown as EngineCalls
}

function call(
  connection: Connection,
  name: keyof EngineCalls,
  parameters: unknown[],
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const open: OpenCall = { name, parameters, resolve, reject, deaths: 0 }
    connection.calls.add(open)
    send(connection, open)
  })
}

function send(connection: Connection, open: OpenCall): void {
  const { link, calls, copy } = connection
  if (link === null) return
  const { name, parameters, resolve, reject } = open
  const ask = link.api[name] as (...parameters: unknown[]) => Promise<unknown>
  const isCurrent = () => connection.link === link && calls.delete(open)
  ask(...parameters).then(
    answer => {
      if (!isCurrent()) return
      noteAnswer(copy, open, answer)
      resolve(answer)
    },
    error => isCurrent() && reject(error),
  )
}

function noteAnswer(copy: RecordingCopy, { name, parameters }: OpenCall, answer: unknown): void {
  const outcome = answer as OpenOutcome
  if ((name === 'open' || name === 'resume') && outcome.ok) noteOpened(copy, outcome.opened)
  if (name === 'command') noteCommand(copy, parameters[0] as Command, answer as GivenCommand)
  if (name === 'switchBranch') noteBranch(copy, parameters[0] as string)
}

function drop({ link, heartbeat }: Connection): void {
  heartbeat?.stop()
  link?.end()
}

/** The worker is gone: start another, unless they die one after the other. */
function bury(connection: Connection): void {
  const { parts, startedAtMillis, listeners, calls } = connection
  drop(connection)
  connection.link = null
  const isQuick = parts.clock() - startedAtMillis < quickMillis
  connection.quickDeaths = isQuick ? connection.quickDeaths + 1 : 0
  listeners.onConnection('lost')
  for (const open of calls) open.deaths++
  if (connection.quickDeaths >= mostQuickDeaths) giveUp(connection, [...calls])
  else void revive(connection)
}

function giveUp({ calls }: Connection, failed: OpenCall[]): void {
  for (const open of failed) {
    calls.delete(open)
    open.reject(new Error('the engine stopped, and stopped again when it was started anew'))
  }
}

async function revive(connection: Connection): Promise<void> {
  const { copy, calls, listeners, quickDeaths } = connection
  giveUp(
    connection,
    [...calls].filter(({ deaths }) => deaths > 1),
  )
  start(connection)
  const { link } = connection
  const { recording, view, isPlaying } = copy
  if (recording !== null) await link?.api.resume(structuredClone(recording), { ...view })
  if (connection.link !== link) return
  if (recording !== null && isPlaying && quickDeaths === 0) await link?.api.play()
  listeners.onConnection('resumed')
  for (const open of calls) send(connection, open)
}
