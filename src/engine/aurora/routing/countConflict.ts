/** Which application lost a transaction to another writer, and why. Rule C3. */
import type { RollbackCause } from '../../contract/refusals.ts'
import type { World } from '../world.ts'

export function countConflict(world: World, application: number, cause: RollbackCause): void {
  const client = world.routing?.clients[application]
  if (client) client.conflicts[cause]++
}
