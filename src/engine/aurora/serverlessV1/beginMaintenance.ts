/** Maintenance swaps the instance too: it looks for a point for seven days, then forces. E14. */
import type { Verb } from '../mechanism.ts'
import { partsOf } from './partsOf.ts'
import { beginSearch } from './search.ts'

const week = 604_800_000_000

export const beginMaintenance: Verb<'BeginMaintenance'> = {
  validate(world) {
    const { state } = partsOf(world).v1
    return state === 'running' ? null : { key: `reason.v1.${state}`, parameters: {} }
  },
  give(ctx) {
    const { current } = partsOf(ctx.world).v1
    const wanted = { target: current, timeoutMicros: week }
    beginSearch(ctx, { ...wanted, because: 'maintenance', action: 'force' })
  },
}
