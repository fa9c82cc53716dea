/**
 * The page's end of the wire: a call goes to the worker under a number, and the answer under the
 * same number ends it. Calls are answered in the order in which they are done.
 */
import type { Answer, Call, EngineApi } from '../../workers/api.ts'

/** What of a worker the wire needs. */
export interface CalledWorker {
  addEventListener(type: 'message', listener: (event: MessageEvent<Answer>) => void): void
  postMessage(call: Call, handedOver: Transferable[]): void
}

const names = {
  describe: true,
  open: true,
  resume: true,
  command: true,
  play: true,
  followPace: true,
  pause: true,
  seek: true,
  cancelSeek: true,
  step: true,
  until: true,
  facts: true,
  report: true,
  reportAt: true,
  digest: true,
  why: true,
  link: true,
  recording: true,
  timeline: true,
  switchBranch: true,
  connectFrames: true,
  settled: true,
} satisfies Record<keyof EngineApi, true>

interface Waiting {
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}

export function callWorker(worker: CalledWorker): EngineApi {
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  worker.addEventListener('message', ({ data: answer }) => {
    const call = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ('error' in answer) call?.reject(answer.error)
    else call?.resolve(answer.value)
  })
  const ask = (name: keyof EngineApi, values: unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++lastId
      waiting.set(id, { resolve, reject })
      const handedOver = values.filter(value => value instanceof MessagePort)
      worker.postMessage({ id, name, values }, handedOver)
    })
  const calls = Object.keys(names).map(name => [
    name,
    (...values: unknown[]) => ask(name as keyof EngineApi, values),
  ])
  return Object.fromEntries(calls) as EngineApi
}
