/** Both ends of the wire between page and worker, without a thread between them. */
import { expect, test } from 'vitest'
import type { Answer, EngineApi } from '../../workers/api.ts'
import { expose, type Wire } from '../../workers/expose.ts'
import { callWorker } from './callWorker.ts'

/** The page's calls over a wire to an engine of which only some calls are there. */
function connect(api: Partial<EngineApi>): { calls: EngineApi; handedOver: Transferable[][] } {
  const handedOver: Transferable[][] = []
  let hear: (event: MessageEvent<Answer>) => void = () => undefined
  const wire: Wire = {
    onmessage: null,
    postMessage: data => hear({ data: structuredClone(data) } as MessageEvent<Answer>),
  }
  expose(api as EngineApi, wire)
  const calls = callWorker({
    addEventListener: (_, listener) => {
      hear = listener
    },
    postMessage: (data, ports) => {
      handedOver.push(ports)
      wire.onmessage?.({ data } as MessageEvent)
    },
  })
  return { calls, handedOver }
}

test('each answer ends the call it belongs to, in whatever order they come', async () => {
  const answers: ((digest: string) => void)[] = []
  const { calls } = connect({ digest: () => new Promise(resolve => answers.push(resolve)) })
  const [first, second] = [calls.digest(), calls.digest()]
  answers[1]?.('second')
  expect(await second).toBe('second')
  answers[0]?.('first')
  expect(await first).toBe('first')
})

test('an error comes back as the error it was', async () => {
  const seek = () => Promise.reject(new RangeError('"soon" is not an instant'))
  const { calls } = connect({ seek })
  await expect(calls.seek('soon')).rejects.toThrow(new RangeError('"soon" is not an instant'))
})

test('an answer that cannot be sent is told, not swallowed', async () => {
  const { calls } = connect({ report: async () => (() => 1) as never })
  await expect(calls.report()).rejects.toBeTruthy()
})

test('the port of the frames is handed over, nothing else is', async () => {
  const { calls, handedOver } = connect({
    connectFrames: async () => undefined,
    play: async () => {},
  })
  const { port1 } = new MessageChannel()
  await calls.connectFrames(port1)
  await calls.play('1')
  expect(handedOver).toEqual([[port1], []])
})
