/** Several writers: changes of pages that a copy holds and whose verdict it has not heard. */
import type { Segment, World } from '../../aurora/world.ts'
import type { CopyInside } from '../../contract/inside.ts'
import { proposalOf } from '../../aurora/multimaster/proposals.ts'
import { slots } from '../../aurora/multimaster/mmPlaces.ts'

/** Null with a single writer. */
export function tentativeAt(world: World, { group, slot }: Segment): CopyInside['tentative'] {
  const { multiMaster, instances } = world
  if (!multiMaster) return null
  return multiMaster.segments[group * slots + slot]!.open.map(({ page, proposal, since }) => {
    const writer = proposalOf(multiMaster, proposal)?.writer ?? -1
    return { proposal, page, instance: instances[writer]?.id ?? '', since }
  })
}
