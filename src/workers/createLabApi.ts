/** The calls of the laboratory; what they need is loaded with the first of them. */
import type { RunVerdict } from '../engine/contract/history.ts'
import type { Recording } from '../engine/contract/recording.ts'
import type { Brought } from '../engine/index.ts'
import type { measureScaleOut, playNeighbours } from '../engine/later.ts'
import type { LabApi, LabProgress } from './labApi.ts'

export interface Lab {
  brought: Brought
  measureScaleOut: typeof measureScaleOut
  playNeighbours: typeof playNeighbours
  judgeRun(recording: Recording, until: number, tell: (progress: LabProgress) => void): RunVerdict
}

export function createLabApi(load: () => Promise<Lab>): LabApi {
  return {
    judge: async (recording, until, tell) => (await load()).judgeRun(recording, until, tell),
    neighbours: async () => (await load()).playNeighbours(),
    scaleOut: async (request, tell) => {
      const { brought, measureScaleOut } = await load()
      return measureScaleOut(request, brought, tell)
    },
  }
}
