/**
 * For how long a cluster has had which provisioned instances: from the start of the run, which
 * counts as their creation (*assumption*). A cluster that is changed keeps them itself. Rule B9.
 */
import type { InstanceSpan } from '../../contract/bill.ts'
import type { World } from '../world.ts'

/** As much of a world as says it. */
interface Had {
  setup: World['setup']
  modify?: World['modify']
}

/** What an instance is that a scenario gives no class. */
export const usualClass = 'db.r5.large'

export function spansOf({ setup, modify }: Had): InstanceSpan[] {
  if (modify) return modify.spans
  return setup.instances
    .filter(({ isServerless }) => !isServerless)
    .map(its => ({ instance: its.id, class: its.class ?? usualClass, from: 0, until: null }))
}
