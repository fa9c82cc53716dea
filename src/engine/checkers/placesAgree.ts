/**
 * Where a cluster is changed, places, processes and capacities agree: nothing runs at an empty
 * place, an instance has a capacity exactly if its class is serverless, and the writer's place is
 * never empty.
 */
import type { World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'

const id = 'placesAgree'

export const placesAgree: Law<null> = {
  id,
  rule: 'Z9',
  watches: ['instanceCount', 'hasTopologyChanged'],
  remember: () => null,
  after: ({ world }) => check(world),
  sweep: check,
}

function check(world: World): Broken | null {
  const { modify, instances, failover } = world
  if (!modify) return null
  for (let index = 0; index < modify.places.length; index++) {
    const wrong = wrongAt(world, index)
    if (!wrong) continue
    const parameters = { instance: instances[index]!.id, wrong }
    return { law: id, key: `law.${id}.${wrong}`, parameters }
  }
  const { writer } = failover!
  if (modify.places[writer]!.state !== 'spare') return null
  return { law: id, key: `law.${id}.writer`, parameters: { instance: instances[writer]!.id } }
}

function wrongAt({ modify, instances, serverless }: World, index: number): string | null {
  const { state, isHeld, class: name } = modify!.places[index]!
  const isRunning = instances[index]!.status !== 'down'
  if (isHeld && isRunning) return 'runs'
  const isThere = !isHeld && (state === 'present' || state === 'starting')
  const count = serverless!.capacities.filter(({ instance }) => instance === index).length
  const isFixed = serverless!.fixed?.some(({ instance }) => instance === index) ?? false
  const shares = serverless!.cpus[index] === null ? 0 : 1
  if (count + (isFixed ? 1 : 0) !== shares) return 'capacity'
  return isThere && (count === 1) !== (name === 'serverless') ? 'class' : null
}
