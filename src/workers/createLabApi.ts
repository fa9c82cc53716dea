/** The calls of the laboratory; what they need is loaded with the first of them. */
import type { Brought } from '../engine/index.ts'
import type {
  compareBills,
  judgeRun,
  measureDurability,
  measureScaleOut,
  measureWritePath,
  otherSides,
  playNeighbours,
  playRanges,
} from '../engine/answers.ts'
import type { LabApi } from './labApi.ts'

export interface Lab {
  brought: Brought
  measureDurability: typeof measureDurability
  measureScaleOut: typeof measureScaleOut
  measureWritePath: typeof measureWritePath
  playNeighbours: typeof playNeighbours
  playRanges: typeof playRanges
  judgeRun: typeof judgeRun
  compareBills: typeof compareBills
  otherSides: typeof otherSides
}

export function createLabApi(load: () => Promise<Lab>): LabApi {
  return {
    judge: async (recording, until, tell) => (await load()).judgeRun(recording, until, tell),
    durability: async (request, tell) => (await load()).measureDurability(request, tell),
    compareBills: async (asked, tell) => {
      const { brought, compareBills } = await load()
      return compareBills(asked, brought, tell)
    },
    writePath: async request => {
      const { brought, measureWritePath } = await load()
      return measureWritePath(request, brought)
    },
    otherSides: async recording => (await load()).otherSides(recording),
    neighbours: async () => (await load()).playNeighbours(),
    whichRange: async (request, tell) => {
      const { brought, playRanges } = await load()
      return playRanges(request, brought, tell)
    },
    scaleOut: async (request, tell) => {
      const { brought, measureScaleOut } = await load()
      return measureScaleOut(request, brought, tell)
    },
  }
}
