/** The engine mode was changed: another instance has taken its place for good. Rule Z10. */
import type { World } from '../world.ts'

export function isGone({ modify, serverless }: World): boolean {
  const { instance } = serverless!.capacities[0]!
  return modify?.places[instance]?.isHeld ?? false
}
