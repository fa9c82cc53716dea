/** Which copy this is: a slot may be taken by another one, and a disk may be empty again. */
import type { Segment, World } from '../aurora/world.ts'

export function whoIs({ membership }: World, { id, group, slot }: Segment): string {
  const incarnation = membership?.groups[group]?.members[slot]?.incarnation ?? 0
  return incarnation === 0 ? id : `${id} ${incarnation}`
}
