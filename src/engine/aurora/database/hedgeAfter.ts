/**
 * How long a read may take before another segment is asked: several times what the segment
 * usually takes, and at least a little (assumptions: `storage.hedgeFactor`, `storage.hedgeMin`);
 * never longer than the longest wait between two resends, since an outage makes every copy seem
 * slow. With nobody to ask, the writer looks again after the time of a first resend. Rule D10.
 */
import type { Micros } from '../../contract/units.ts'
import type { WriterGroup } from '../instance.ts'
import type { World } from '../world.ts'

/** There and back at the least delay that a network may have. */
const shortestRound = 200

export function hedgeAfter(world: World, known: WriterGroup, slot: number): Micros {
  const { parameters } = world
  if (slot < 0) return parameters['network.resendFirst']
  const usual = known.readLatency[slot]! * parameters['storage.hedgeFactor']
  return hedgeWithin(world, usual)
}

/** Not before an answer can be back, nor before the least, nor after the longest wait. */
export function hedgeWithin({ parameters }: World, micros: Micros): Micros {
  const longest = parameters['network.resendMax']
  return Math.max(shortestRound, parameters['storage.hedgeMin'], Math.min(micros, longest))
}
