/** Has the laboratory measure; what it came to stands in the store, run by run. */
import { type LabTask, openLab } from '../../engine/openLab.ts'
import type { ScaleOutAnswer } from '../../../engine/contract/scaleOut.ts'
import { announce } from '../../store/announce.ts'
import { scaleOutStore } from './scaleOutStore.ts'

export const writers = [1, 2, 3, 4]
export const shares = [0, 100_000, 300_000, 500_000]

let task: LabTask<ScaleOutAnswer> | null = null

export async function measure(lab = openLab()): Promise<void> {
  task?.callOff()
  const { seed } = scaleOutStore.getState()
  scaleOutStore.setState({ state: 'running', points: [], done: 0, all: 0, problem: '' })
  const own = lab.scaleOut({ seed, writers, shares }, ({ done, all, point }) => {
    if (task !== own) return
    const { points } = scaleOutStore.getState()
    scaleOutStore.setState({ done, all, points: [...points, point] })
  })
  task = own
  try {
    const answer = await own.answer
    if (task === own) end(answer)
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    if (task === own) scaleOutStore.setState({ state: 'failed', problem })
  }
}

function end(answer: ScaleOutAnswer | null): void {
  if (answer === null) return scaleOutStore.setState({ state: 'calledOff' })
  const { points, load } = answer
  scaleOutStore.setState({ state: 'done', points, load })
  announce('The measurement is done.')
}

/** What was measured so far stays. */
export function callOff(): void {
  task?.callOff()
}
