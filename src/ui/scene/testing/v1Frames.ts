/** Frames of a Serverless v1 cluster, made by hand for the tests of scene and panel. */
import type { CapacityView } from '../../../engine/contract/serverlessView.ts'
import type { V1View } from '../../../engine/contract/serverlessV1.ts'

const second = 1_000_000
const acu = 1_000_000

/** Wants 4 ACU, and a clerk's transaction is in the way. */
export function exampleV1(changes: Partial<V1View> = {}): V1View {
  return {
    state: 'searching',
    since: -30 * second,
    steps: [1, 2, 4, 8, 16, 32, 64, 128, 256].map(step => step * acu),
    saved: 2 * acu,
    search: {
      from: 2 * acu,
      target: 4 * acu,
      because: 'cpu',
      since: -30 * second,
      timeoutMicros: 300 * second,
      onTimeout: 'rollback',
      attachLeftMicros: 0,
      isPoolEmpty: false,
      attempts: 15,
      blockers: [{ session: 'clerk', because: 'transaction', openMicros: 70 * second }],
    },
    lastEnd: null,
    means: { cpuPpm: 910_000, connectionsPpm: 200_000 },
    evaluateLeftMicros: 0,
    upLeftMicros: 0,
    upOfMicros: 0,
    downLeftMicros: 450 * second,
    downOfMicros: 900 * second,
    uptimeMicros: 400 * second,
    held: 0,
    endsAt: 0,
    switches: 1,
    timeouts: 0,
    forced: 0,
    aborted: 0,
    dropped: 0,
    activeSince: -400 * second,
    owedMicros: 0,
    ...changes,
  }
}

export function v1Capacity(changes: Partial<V1View> = {}): Partial<CapacityView> {
  return {
    reported: 2 * acu,
    exact: 2 * acu,
    min: 2 * acu,
    max: 16 * acu,
    target: 4 * acu,
    allowance: 0,
    allowanceMax: 0,
    v1: exampleV1(changes),
  }
}
