/** A question to the laboratory that may be asked anew: the newest calls the one before off. */
import type { LabTask } from './openLab.ts'

/** What becomes of the newest task; null = called off. */
interface Ends<Answer> {
  answered: (answer: Answer | null) => void
  failed: (problem: string) => void
}

export function latestTask<Answer>() {
  let task: LabTask<Answer> | null = null
  return {
    /** `start` is told how to see whether its task is still the newest. */
    async run(start: (isNewest: () => boolean) => LabTask<Answer>, ends: Ends<Answer>) {
      task?.callOff()
      const own = start(() => task === own)
      task = own
      try {
        const answer = await own.answer
        if (task === own) ends.answered(answer)
      } catch (error) {
        if (task === own) ends.failed(error instanceof Error ? error.message : String(error))
      }
    },
    callOff() {
      task?.callOff()
    },
  }
}
