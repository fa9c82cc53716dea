/**
 * What keeps an instance awake beside connections: a proxy that keeps its own, be it in the
 * picture or merely switched on; a patch; and features, of which most hold only the writer and its
 * readers of tiers 0 and 1. Rule S14.
 */
import type { PauseBlocker } from '../../contract/facts.ts'
import type { World } from '../world.ts'
import { isWithWriter } from './groups.ts'
import type { Capacity } from './serverless.ts'

const ofTheGroup = [
  'logicalReplication',
  'binlogReplication',
  'globalPrimary',
  'zeroEtl',
  'babelfish',
] as const

export function blockersByFeature(world: World, { instance }: Capacity): PauseBlocker[] {
  const { features = [] } = world.serverless!.v2 ?? {}
  const blockers: PauseBlocker[] = []
  if (isPatched(world, instance)) blockers.push('patching')
  if (world.proxy !== null || features.includes('proxy')) blockers.push('proxy')
  if (features.includes('globalSecondary')) blockers.push('globalSecondary')
  if (!isWithWriter(world, instance)) return blockers
  for (const feature of ofTheGroup) if (features.includes(feature)) blockers.push(feature)
  return blockers
}

function isPatched({ faults, instances }: World, instance: number): boolean {
  const { id } = instances[instance]!
  return faults.some(({ fault, target }) => fault === 'EnginePatch' && target === id)
}
