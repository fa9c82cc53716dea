/** Loads the whole engine for the laboratory; the bundler makes files of their own of it. */
import type { Lab } from './createLabApi.ts'

export async function loadLab(): Promise<Lab> {
  const { everything, judgeRun, measureDurability, measureScaleOut, playNeighbours, playRanges } =
    await import('../engine/later.ts')
  return {
    brought: everything,
    judgeRun,
    measureDurability,
    measureScaleOut,
    playNeighbours,
    playRanges,
  }
}
