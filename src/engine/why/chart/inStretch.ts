/** What else was so in a stretch: facts told in it, faults in force, who asked for work. */
import type { World } from '../../aurora/world.ts'
import type { AskedPoint } from '../../contract/chartPoint.ts'
import type { Cause } from '../../contract/cause.ts'
import type { Fact } from '../../contract/facts.ts'
import { step } from '../step.ts'
import { factStep } from '../whyFact.ts'

/** More are counted by the marks of the timeline. */
const mostListed = 3

export function toldIn(facts: Fact[], { from, to }: AskedPoint): Cause[] {
  const told = facts.filter(({ at }) => at > from && at <= to)
  return told.slice(0, mostListed).map(fact => factStep(fact, 1))
}

/** `target`: only what strikes this. */
export function inForce({ faults }: World, target?: string): Cause[] {
  return faults
    .filter(fault => target === undefined || fault.target.split(/<?>/).includes(target))
    .slice(0, mostListed)
    .map(({ fault, target: place, since }) => {
      const parameters = { fault, target: place, sinceAt: since }
      return step(1, { key: 'why.point.inForce', parameters }, { tone: 'bad', at: since })
    })
}

/** Sessions and how long each thinks between two transactions. */
export function load({ applications }: World): Cause[] {
  return applications
    .filter(({ sessions }) => sessions > 0)
    .slice(0, mostListed)
    .map(({ id: application, sessions, thinkMicros }) =>
      step(1, { key: 'why.point.load', parameters: { application, sessions, thinkMicros } }),
    )
}
