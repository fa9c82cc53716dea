/** Loads the whole engine for the laboratory; the bundler makes files of their own of it. */
import type { Lab } from './createLabApi.ts'

export async function loadLab(): Promise<Lab> {
  const lab = await import('../engine/answers.ts')
  const { compareBills, judgeRun, measureDurability, measureScaleOut, measureWritePath } = lab
  const { everything, otherSides, playNeighbours, playRanges } = lab
  return {
    brought: everything,
    compareBills,
    judgeRun,
    measureDurability,
    measureScaleOut,
    measureWritePath,
    otherSides,
    playNeighbours,
    playRanges,
  }
}
