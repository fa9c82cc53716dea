/** Has the laboratory measure; what it came to stands in the store, run by run. */
import { latestTask } from '../../engine/latestTask.ts'
import { openLab } from '../../engine/openLab.ts'
import type { ScaleOutAnswer } from '../../../engine/contract/scaleOut.ts'
import { announce } from '../../store/announce.ts'
import { scaleOutStore } from './scaleOutStore.ts'

export const writers = [1, 2, 3, 4]
export const shares = [0, 100_000, 300_000, 500_000]

const task = latestTask<ScaleOutAnswer>()

export async function measure(lab = openLab()): Promise<void> {
  const { seed } = scaleOutStore.getState()
  scaleOutStore.setState({ state: 'running', points: [], done: 0, all: 0, problem: '' })
  await task.run(
    isNewest =>
      lab.scaleOut({ seed, writers, shares }, ({ done, all, point }) => {
        if (!isNewest()) return
        const { points } = scaleOutStore.getState()
        scaleOutStore.setState({ done, all, points: [...points, point] })
      }),
    { answered: end, failed: problem => scaleOutStore.setState({ state: 'failed', problem }) },
  )
}

function end(answer: ScaleOutAnswer | null): void {
  if (answer === null) return scaleOutStore.setState({ state: 'calledOff' })
  const { points, load } = answer
  scaleOutStore.setState({ state: 'done', points, load })
  announce('The measurement is done.')
}

/** What was measured so far stays. */
export const { callOff } = task
