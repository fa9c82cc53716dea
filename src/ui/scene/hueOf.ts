/** Which of the four colours of writers an instance has: its place among the writers. */
import type { Frame } from '../../engine/contract/frame.ts'
import type { ActorId } from '../../engine/contract/ids.ts'

export function hueOf({ multiMaster }: Pick<Frame, 'multiMaster'>, instance: ActorId): number {
  const place = multiMaster?.writers.findIndex(({ id }) => id === instance) ?? 0
  return (Math.max(0, place) % 4) + 1
}
