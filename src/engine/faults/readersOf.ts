/** Every instance of a single-master cluster that may be a reader: one that is not the writer. */
import type { World } from '../aurora/world.ts'

export function readersOf({ instances }: World): string[] {
  return instances.filter(({ role }) => role === 'reader').map(({ id }) => id)
}
