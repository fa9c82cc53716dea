/** The picture of an instant with all that can be said of it, for whoever need not count bytes. */
import type { Frame } from '../../contract/frame.ts'
import type { Mechanism } from '../mechanism.ts'
import type { World } from '../world.ts'
import { pictureOf } from './pictureOf.ts'
import { speechOf } from './speechOf.ts'

export function frameOf(
  world: World,
  lawsBroken = 0,
  mechanisms: readonly Mechanism[] = [],
): Frame {
  return pictureOf(world, lawsBroken, mechanisms, speechOf)
}
