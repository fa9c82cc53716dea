/** Sessions that an application gets while it runs ask the name as all others did. Rules U1, W8. */
import type { Context } from '../context.ts'
import { askName } from './names.ts'

export function placeNewcomers({ world }: Context, index: number): void {
  const { target } = world.applications[index]!
  const client = world.routing!.clients[index]!
  for (let session = client.placed; session < target.length; session++) {
    target[session] = askName(world, index)
  }
  client.placed = target.length
}
