/** The segment that `touched` names by `group * 8 + slot`. */
import type { Segment, World } from '../aurora/world.ts'

export function hostedAt({ groups }: World, place: number): Segment {
  return groups[place >>> 3]!.segments[place & 7]!
}
