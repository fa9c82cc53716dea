/** A way over the network and back, by the same law as Aurora's messages. Rule Y3. */
import type { Micros } from '../contract/units.ts'
import { delayMicros } from '../kernel/distributions.ts'
import type { Mirrored } from './mirrored.ts'

export function roundTrip(
  { network, setup: { parameters } }: Mirrored,
  name: 'network.sameAzOneWay' | 'network.crossAzOneWay',
): Micros {
  const law = {
    meanMicros: parameters[name],
    jitterPpm: parameters['network.jitter'],
    tailPpm: parameters['network.tailProbability'],
    tailFactor: parameters['network.tailFactor'],
  }
  return delayMicros(network, law) + delayMicros(network, law)
}
