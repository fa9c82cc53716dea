/**
 * PGMRPL ≤ read point ≤ VDL ≤ VCL ≤ highest LSN ≤ max(VDL, end of the newest truncation range) +
 * LAL, at every open writer (derived from 2017 §4.2; rules L8, R6).
 */
import type { Context } from '../aurora/context.ts'
import type { Instance } from '../aurora/instance.ts'
import type { World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'

const id = 'pointsInOrder'

export const pointsInOrder: Law<null> = {
  id,
  rule: 'K1',
  watches: ['instanceCount'],
  remember: () => null,
  after(ctx: Context) {
    const { touched, world } = ctx
    for (let index = 0; index < touched.instanceCount; index++) {
      const broken = check(world, world.instances[touched.instances[index]!]!)
      if (broken) return broken
    }
    return null
  },
  sweep(world: World) {
    for (const instance of world.instances) {
      const broken = check(world, instance)
      if (broken) return broken
    }
    return null
  },
}

function check(world: World, instance: Instance): Broken | null {
  if (instance.role !== 'writer' || instance.status !== 'open') return null
  const { vdl, vcl, nextLsn, newestRangeEnd, groups } = instance.memory
  const limit = Math.max(vdl, newestRangeEnd) + world.parameters['storage.lsnAllocationLimit']
  const highest = nextLsn - 1
  for (let group = 0; group < groups.length; group++) {
    const { durableLsn, lowestReadPoint } = groups[group]!
    if (lowestReadPoint > durableLsn) {
      return wrong(instance, ['PGMRPL', lowestReadPoint], ['read point', durableLsn])
    }
    if (durableLsn > vdl) return wrong(instance, ['read point', durableLsn], ['VDL', vdl])
  }
  if (vdl > vcl) return wrong(instance, ['VDL', vdl], ['VCL', vcl])
  if (vcl > highest) return wrong(instance, ['VCL', vcl], ['highest', highest])
  return highest > limit ? wrong(instance, ['highest', highest], ['limit', limit]) : null
}

function wrong(instance: Instance, lower: [string, number], upper: [string, number]): Broken {
  const [lowerName, lowerLsn] = lower
  const [upperName, upperLsn] = upper
  const points = { lower: lowerName, lowerLsn, upper: upperName, upperLsn }
  return { law: id, key: `law.${id}`, parameters: { instance: instance.id, ...points } }
}
