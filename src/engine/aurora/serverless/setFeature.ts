/** A feature of the cluster is switched on or off. Rule S14. */
import type { Reason } from '../../contract/commands.ts'
import type { V2Feature } from '../../contract/serverlessV2.ts'
import type { Given, Verb } from '../mechanism.ts'
import type { World } from '../world.ts'
import { v2Of } from './v2Of.ts'

export const setFeature: Verb<'SetFeature'> = {
  validate: validateFeature,
  give({ world, cause }, { feature, isOn }) {
    const v2 = v2Of(world)
    const isWanted = (its: V2Feature) => (its === feature ? isOn : v2.features.includes(its))
    v2.features = featuresOf(world).filter(isWanted)
    v2.featureFact = cause
  },
}

function validateFeature(world: World, { feature, isOn }: Given<'SetFeature'>): Reason | null {
  const { serverless } = world
  if (serverless!.capacities.length === 0) return { key: 'reason.v2Only', parameters: {} }
  if (isOn && !featuresOf(world).includes(feature)) {
    return { key: 'reason.featureEdition', parameters: { feature } }
  }
  const other = otherRole(feature)
  if (!isOn || other === null || !serverless!.v2?.features.includes(other)) return null
  return { key: 'reason.featureRole', parameters: {} }
}

/** What the edition has, in the order shown; a proxy of the picture needs no switch. */
export function featuresOf({ setup, proxy }: World): V2Feature[] {
  const { offered = [] } = setup.serverless?.v2 ?? {}
  return proxy === null ? offered : offered.filter(feature => feature !== 'proxy')
}

/** A cluster is the primary or a secondary of a global database. */
function otherRole(feature: V2Feature): V2Feature | null {
  if (feature === 'globalPrimary') return 'globalSecondary'
  return feature === 'globalSecondary' ? 'globalPrimary' : null
}
