/** Changes the range: two listed steps; the next decision obeys. Rules E1 and E13. */
import type { Verb } from '../mechanism.ts'
import { partsOf } from './partsOf.ts'

const acu = 1_000_000

export const setCapacityRangeV1: Verb<'SetCapacityRange'> = {
  validate(world, { min, max }) {
    const { steps } = partsOf(world).setup
    if (min <= max && steps.includes(min * acu) && steps.includes(max * acu)) return null
    const allowed = steps.map(step => `${step / acu}`).join(', ')
    const edition = world.setup.dialect === 'postgresql-16' ? 'PostgreSQL' : 'MySQL'
    return { key: 'reason.noStepRange', parameters: { min, max, allowed, edition } }
  },
  give({ world, cause }, { min, max }) {
    const { serverless } = partsOf(world)
    serverless.min = min * acu
    serverless.max = max * acu
    serverless.rangeChangedAt = world.now
    serverless.rangeFact = cause
  },
}
