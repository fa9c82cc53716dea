/** Moves a fluid demand to a level from now on, or back to its curve. Rule S6. */
import type { Reason } from '../../contract/commands.ts'
import type { Given, Verb } from '../mechanism.ts'
import type { World } from '../world.ts'
import { curveOf, levelAt } from './demandLevel.ts'

/** The largest level by unit. */
export const mostLevel = { ACU: 1_024, tps: 1_000_000 }

export const setDemand: Verb<'SetDemand'> = {
  validate: validateDemand,
  give({ world, cause }, { workload, level }) {
    const { setup, serverless } = world
    const index = setup.demand.findIndex(({ id }) => id === workload)
    const demand = serverless!.demands[index]!
    demand.movedTo = level === null ? -1 : Math.floor(level * 1_000_000 + 0.5)
    demand.level = demand.movedTo >= 0 ? demand.movedTo : levelAt(curveOf(world, index), world.now)
    demand.fact = cause
  },
}

function validateDemand({ setup }: World, { workload, level }: Given<'SetDemand'>): Reason | null {
  const demand = setup.demand.find(({ id }) => id === workload)
  if (!demand) return { key: 'reason.unknownDemand', parameters: { workload: `${workload}` } }
  const max = mostLevel[demand.unit]
  if (level === null || (level >= 0 && level <= max)) return null
  const parameters = { workload, level: `${level}`, unit: demand.unit, max }
  return { key: 'reason.demandLevel', parameters }
}
