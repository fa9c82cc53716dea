/**
 * Messages are conserved: what was sent, or doubled by the network, was delivered, was lost, was
 * cut off, found nobody, or is still on its way (rule N7).
 */
import type { Context } from '../aurora/context.ts'
import type { World } from '../aurora/world.ts'
import { inFlight } from '../kernel/network.ts'
import type { Broken, Law } from './law.ts'

const id = 'messagesAreConserved'

export const messagesAreConserved: Law<null> = {
  id,
  rule: 'N7',
  watches: 'always',
  remember: () => null,
  after: (ctx: Context) => check(ctx.world, ctx.world.network.flying),
  sweep(world) {
    let flying = 0
    inFlight(world.network, () => {
      flying++
    })
    return check(world, flying)
  },
}

function check({ network }: World, flying: number): Broken | null {
  const { sent, duplicated, delivered, lost, cut, droppedDown } = network.counters
  const accounted = delivered + lost + cut + droppedDown + flying
  if (sent + duplicated === accounted) return null
  return { law: id, key: `law.${id}`, parameters: { sent: sent + duplicated, accounted } }
}
