/**
 * The page's door to the laboratory, a second worker for long reckonings: loaded when first asked.
 * A task that is called off takes its worker with it, so that no reckoning runs for nobody; the
 * next task gets another.
 */
import { proxy, wrap } from 'comlink'
import type { DurabilityAnswer, DurabilityRequest } from '../../engine/contract/durability.ts'
import type { RunVerdict } from '../../engine/contract/history.ts'
import type { ComparisonAnswer } from '../../engine/contract/bill.ts'
import type { OtherSide } from '../../engine/contract/compare.ts'
import type { NeighbourPlay } from '../../engine/contract/neighbour.ts'
import type { Recording } from '../../engine/contract/recording.ts'
import type { ScaleOutAnswer, ScaleOutRequest } from '../../engine/contract/scaleOut.ts'
import type { WritePathAnswer, WritePathRequest } from '../../engine/contract/writePath.ts'
import type { Micros } from '../../engine/contract/units.ts'
import type { WhichRangeAnswer, WhichRangeRequest } from '../../engine/contract/whichRange.ts'
import type {
  CompareBills,
  DurabilityProgress,
  LabApi,
  LabProgress,
  ScaleOutProgress,
  RangeProgress,
} from '../../workers/labApi.ts'

/** A task under way. */
export interface LabTask<Answer> {
  /** Null when it was called off; rejects when the worker failed. */
  answer: Promise<Answer | null>
  callOff(): void
}

export interface Laboratory {
  /** The verdict on the present branch of a recording, up to an instant. */
  judge(
    recording: Recording,
    until: Micros,
    tell: (progress: LabProgress) => void,
  ): LabTask<RunVerdict>
  scaleOut(
    request: ScaleOutRequest,
    tell: (progress: ScaleOutProgress) => void,
  ): LabTask<ScaleOutAnswer>
  durability(
    request: DurabilityRequest,
    tell: (progress: DurabilityProgress) => void,
  ): LabTask<DurabilityAnswer>
  whichRange(
    request: WhichRangeRequest,
    tell: (progress: RangeProgress) => void,
  ): LabTask<WhichRangeAnswer>
  compareBills(
    asked: CompareBills,
    tell: (progress: LabProgress) => void,
  ): LabTask<ComparisonAnswer>
  writePath(request: WritePathRequest): LabTask<WritePathAnswer>
  otherSides(recording: Recording): LabTask<OtherSide[]>
  neighbours(): LabTask<NeighbourPlay[]>
}

/** One worker as the door holds it; tests bring links of their own. */
export interface LabLink {
  api: LabApi
  end(): void
}

export type StartLab = (onDeath: (why: Error) => void) => LabLink

export const startLab: StartLab = onDeath => {
  // The bundler finds the worker only if its address stands inside the call.
  const worker = new Worker(new URL('../../workers/lab.worker.ts', import.meta.url), {
    type: 'module',
    name: 'lab',
  })
  worker.addEventListener('error', ({ message }) => onDeath(new Error(message)))
  worker.addEventListener('messageerror', () => onDeath(new Error('an answer was unreadable')))
  return { api: wrap<LabApi>(worker) as unknown as LabApi, end: () => worker.terminate() }
}

export function openLab(start: StartLab = startLab): Laboratory {
  return {
    judge: (recording, until, tell) => run(start, api => api.judge(recording, until, proxy(tell))),
    durability: (request, tell) => run(start, api => api.durability(request, proxy(tell))),
    whichRange: (request, tell) => run(start, api => api.whichRange(request, proxy(tell))),
    compareBills: (asked, tell) => run(start, api => api.compareBills(asked, proxy(tell))),
    writePath: request => run(start, api => api.writePath(request)),
    otherSides: recording => run(start, api => api.otherSides(recording)),
    neighbours: () => run(start, api => api.neighbours()),
    scaleOut: (request, tell) => run(start, api => api.scaleOut(request, proxy(tell))),
  }
}

/** Each task has a worker of its own, ended with the task: none is kept for nothing. */
function run<Answer>(start: StartLab, ask: (api: LabApi) => Promise<Answer>): LabTask<Answer> {
  let callOff = () => undefined as void
  const answer = new Promise<Answer | null>((resolve, reject) => {
    const link = start(why => {
      link.end()
      reject(why)
    })
    callOff = () => {
      link.end()
      resolve(null)
    }
    ask(link.api).then(resolve, reject).finally(link.end)
  })
  return { answer, callOff: () => callOff() }
}
