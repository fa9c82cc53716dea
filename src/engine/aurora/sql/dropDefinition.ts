/** A definition that was asked for at one of several writers is over, one way or the other. */
import type { World } from '../world.ts'

export function dropDefinition({ sql }: World, owner: number): void {
  const { several } = sql!
  if (several) several.definitions = several.definitions.filter(its => its.owner !== owner)
}
