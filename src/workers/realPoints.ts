/** Questions about points of charts as the worker asks them; loaded with the first of them. */
import type { Simulation } from '../engine/index.ts'
import { askPoint, withChain } from '../engine/answers.ts'
import type { PointsDoor } from './engineDoor.ts'

export const realPoints: PointsDoor = {
  askPoint: subject => {
    const question = askPoint(subject)
    return (
      question && {
        ...question,
        noteBefore: (machine, facts) => question.noteBefore(worldOf(machine), facts),
        answer: (machine, facts) => question.answer(worldOf(machine), facts),
      }
    )
  },
  withChain,
}

function worldOf({ simulation }: { simulation: unknown }): Simulation['world'] {
  return (simulation as Simulation).world
}
