/**
 * One worker as the page holds it: its calls, the port on which frames come, and the news of its
 * death. Tests bring links of their own.
 */
import { type Remote, transfer, wrap } from 'comlink'
import type {
  EngineApi,
  FrameCredit,
  FramePacket,
  Heartbeat,
  PostedFrame,
} from '../../workers/api.ts'
import { unpackFrame } from './unpackFrame.ts'

export interface WorkerLink {
  api: Pick<EngineApi, keyof EngineApi>
  post(message: FrameCredit | Heartbeat): void
  end(): void
}

export interface LinkListeners {
  onFrame(packet: FramePacket): void
  onAlive(): void
  onDeath(): void
}

export type StartLink = (listeners: LinkListeners) => WorkerLink

export const startLink: StartLink = ({ onFrame, onAlive, onDeath }) => {
  // The bundler finds the worker only if its address stands inside the call.
  const worker = new Worker(new URL('../../workers/engine.worker.ts', import.meta.url), {
    type: 'module',
    name: 'engine',
  })
  worker.addEventListener('error', onDeath)
  worker.addEventListener('messageerror', onDeath)
  const api: Remote<EngineApi> = wrap<EngineApi>(worker)
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = ({ data: message }: MessageEvent<PostedFrame | Heartbeat>) => {
    if (typeof message === 'string') onAlive()
    else onFrame(unpackFrame(message))
  }
  void api.connectFrames(transfer(port2, [port2]))
  return {
    api: api as unknown as EngineApi,
    post: message =>
      port1.postMessage(message, typeof message === 'string' ? [] : [message.moving]),
    end: () => {
      worker.terminate()
      port1.close()
    },
  }
}
