/** The fault of a kind in force at a storage node's disk, or null. */
import type { ActiveFault, FaultKind } from '../../contract/faults.ts'
import type { World } from '../world.ts'

export function diskFaultAt(world: World, kind: FaultKind, node: string): ActiveFault | null {
  const { faults } = world
  for (let index = 0; index < faults.length; index++) {
    if (faults[index]!.fault === kind && faults[index]!.target === node) return faults[index]!
  }
  return null
}
