/** Has the laboratory run both sides; what it came to stands in the store. */
import type { WritePathAnswer, WritePathRequest } from '../../../engine/contract/writePath.ts'
import { latestTask } from '../../engine/latestTask.ts'
import { openLab } from '../../engine/openLab.ts'
import { announce } from '../../store/announce.ts'
import { writePathStore } from './writePathStore.ts'

const task = latestTask<WritePathAnswer>()

/** `change`: what is asked otherwise than before. */
export async function compare(change: Partial<WritePathRequest> = {}): Promise<void> {
  const request = { ...writePathStore.getState().request, ...change }
  writePathStore.setState({ state: 'running', request, problem: '' })
  await task.run(() => openLab().writePath(request), {
    answered: end,
    failed: problem => writePathStore.setState({ state: 'failed', problem }),
  })
}

function end(answer: WritePathAnswer | null): void {
  if (answer === null) return writePathStore.setState({ state: 'calledOff' })
  writePathStore.setState({ state: 'done', answer })
  announce('Both sides are counted.')
}

export const { callOff } = task
