/**
 * Multi-Master: when a writer is online again, every change that its last process left tentative is
 * decided (rule T41).
 */
import { mmOf } from '../aurora/multimaster/mmPlaces.ts'
import { verdict } from '../aurora/multimaster/multiMaster.ts'
import type { World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'

const id = 'noTentativeOutlives'

export const noTentativeOutlives: Law<null> = {
  id,
  rule: 'T41',
  watches: ['hasTopologyChanged'],
  remember: () => null,
  after: ({ world }) => check(world),
  sweep: world => check(world),
}

function check(world: World): Broken | null {
  const { proposals, writers } = mmOf(world)
  for (const { number, writer, verdict: its } of proposals) {
    if (number === 0 || its !== verdict.orphaned || writers[writer]!.status !== 'online') continue
    const instance = world.instances[writer]!.id
    return { law: id, key: `law.${id}`, parameters: { instance, proposal: number } }
  }
  return null
}
