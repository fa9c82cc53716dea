/** Where the reader endpoint leads: to the open readers in turn, else to the writer. Rule F9. */
import type { World } from '../world.ts'

/** F9: the open reader that comes after the one named last. */
export function nextReader({ instances, failover, modify }: World): number {
  const { cached } = failover!
  for (let step = 1; step <= instances.length; step++) {
    const index = (failover!.readerTurn + step) % instances.length
    const { role, status } = instances[index]!
    if (role !== 'reader' || status !== 'open') continue
    if (modify?.places[index]?.isGreen) continue
    failover!.readerTurn = index
    return index
  }
  return cached
}
