/** Has the laboratory reckon with the times that are set; the answer stands in the store. */
import type { DurabilityAnswer } from '../../../engine/contract/durability.ts'
import { latestTask } from '../../engine/latestTask.ts'
import { openLab } from '../../engine/openLab.ts'
import { announce } from '../../store/announce.ts'
import { type DurabilityState, durabilityStore } from './durabilityStore.ts'

const task = latestTask<DurabilityAnswer>()

export async function reckon(lab = openLab()): Promise<void> {
  const { seed, times, along, isZoneGone, isOneAtATime, histories } = durabilityStore.getState()
  durabilityStore.setState({ state: 'running', done: 0, all: 0, problem: '' })
  const request = { seed, times, along, isZoneGone, isOneAtATime, histories }
  await task.run(
    isNewest =>
      lab.durability(request, ({ done, all, answer }) => {
        if (isNewest()) durabilityStore.setState({ done, all, answer, asked: along })
      }),
    { answered: end, failed: problem => durabilityStore.setState({ state: 'failed', problem }) },
  )
}

function end(answer: DurabilityAnswer | null): void {
  if (answer === null) return durabilityStore.setState({ state: 'calledOff' })
  durabilityStore.setState({ state: 'done', answer })
  announce('The histories are drawn.')
}

/** What was drawn so far stays. */
export const { callOff } = task

/** Sets what is asked and asks it. */
export function ask(change: Partial<DurabilityState>): void {
  durabilityStore.setState(change)
  void reckon()
}
