/** Has the laboratory run both sides; what it came to stands in the store. */
import type { WritePathAnswer, WritePathRequest } from '../../../engine/contract/writePath.ts'
import { type LabTask, openLab } from '../../engine/openLab.ts'
import { announce } from '../../store/announce.ts'
import { writePathStore } from './writePathStore.ts'

let task: LabTask<WritePathAnswer> | null = null

/** `change`: what is asked otherwise than before. */
export async function compare(change: Partial<WritePathRequest> = {}): Promise<void> {
  task?.callOff()
  const request = { ...writePathStore.getState().request, ...change }
  writePathStore.setState({ state: 'running', request, problem: '' })
  const own = openLab().writePath(request)
  task = own
  try {
    const answer = await own.answer
    if (task === own) end(answer)
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    if (task === own) writePathStore.setState({ state: 'failed', problem })
  }
}

function end(answer: WritePathAnswer | null): void {
  if (answer === null) return writePathStore.setState({ state: 'calledOff' })
  writePathStore.setState({ state: 'done', answer })
  announce('Both sides are counted.')
}

export function callOff(): void {
  task?.callOff()
}
