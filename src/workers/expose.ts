/**
 * The worker's end of the wire: each call of the page is answered under its number, when it is
 * done and whatever came between. A mistake goes back as the error it is.
 */
import type { Answer, Call, EngineApi } from './api.ts'

/** What of a worker, or of a port, the wire needs. */
export interface Wire {
  onmessage: ((event: MessageEvent<Call>) => void) | null
  postMessage(answer: Answer): void
}

type AnyCall = (...values: unknown[]) => Promise<unknown>

export function expose(api: EngineApi, wire: Wire): void {
  wire.onmessage = async ({ data: { id, name, values } }) => {
    try {
      wire.postMessage({ id, value: await (api[name] as AnyCall)(...values) })
    } catch (error) {
      wire.postMessage({ id, error })
    }
  }
}
