/** Work that comes round in periods: each node has its turn at an instant of its own. */
import type { Micros } from '../../contract/units.ts'
import type { World } from '../world.ts'

/** Nodes do not all begin at once (*assumption*, P5). */
function shiftOf({ nodes }: World, node: number, period: Micros): Micros {
  return Math.floor((period * node) / nodes.length)
}

/** The first turn of this node after `after`. */
export function nextTurn(world: World, node: number, period: Micros, after: Micros): Micros {
  const shift = shiftOf(world, node, period)
  return shift + (Math.floor((after - shift) / period) + 1) * period
}

export function isTurn(world: World, node: number, period: Micros): boolean {
  return (world.now - shiftOf(world, node, period)) % period === 0
}
