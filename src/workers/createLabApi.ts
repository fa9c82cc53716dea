/** The calls of the laboratory; what they need is loaded with the first of them. */
import type { Brought } from '../engine/index.ts'
import type { measureScaleOut } from '../engine/later.ts'
import type { LabApi } from './labApi.ts'

export interface Lab {
  brought: Brought
  measureScaleOut: typeof measureScaleOut
}

export function createLabApi(load: () => Promise<Lab>): LabApi {
  return {
    scaleOut: async (request, tell) => {
      const { brought, measureScaleOut } = await load()
      return measureScaleOut(request, brought, tell)
    },
  }
}
