/** Has the laboratory reckon with the times that are set; the answer stands in the store. */
import type { DurabilityAnswer } from '../../../engine/contract/durability.ts'
import { type LabTask, openLab } from '../../engine/openLab.ts'
import { announce } from '../../store/announce.ts'
import { type DurabilityState, durabilityStore } from './durabilityStore.ts'

let task: LabTask<DurabilityAnswer> | null = null

export async function reckon(lab = openLab()): Promise<void> {
  task?.callOff()
  const { seed, times, along, isZoneGone, isOneAtATime, histories } = durabilityStore.getState()
  durabilityStore.setState({ state: 'running', done: 0, all: 0, problem: '' })
  const request = { seed, times, along, isZoneGone, isOneAtATime, histories }
  const own = lab.durability(request, ({ done, all, answer }) => {
    if (task === own) durabilityStore.setState({ done, all, answer, asked: along })
  })
  task = own
  try {
    const answer = await own.answer
    if (task === own) end(answer)
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    if (task === own) durabilityStore.setState({ state: 'failed', problem })
  }
}

function end(answer: DurabilityAnswer | null): void {
  if (answer === null) return durabilityStore.setState({ state: 'calledOff' })
  durabilityStore.setState({ state: 'done', answer })
  announce('The histories are drawn.')
}

/** What was drawn so far stays. */
export function callOff(): void {
  task?.callOff()
}

/** Sets what is asked and asks it. */
export function ask(change: Partial<DurabilityState>): void {
  durabilityStore.setState(change)
  void reckon()
}
