/** A feature of the cluster is switched on or off. Rule S14. */
import type { Reason } from '../../contract/commands.ts'
import type { V2Feature } from '../../contract/serverlessV2.ts'
import type { Given, Verb } from '../mechanism.ts'
import type { World } from '../world.ts'
import { v2Of } from './v2Of.ts'

/** Features that only one edition has. */
const editions: Partial<Record<V2Feature, 'mysql' | 'postgresql'>> = {
  binlogReplication: 'mysql',
  logicalReplication: 'postgresql',
  babelfish: 'postgresql',
}

/** In the order in which they are shown. */
const inOrder: readonly V2Feature[] = [
  'performanceInsights',
  'enlargedLimits',
  'globalPrimary',
  'globalSecondary',
  'binlogReplication',
  'logicalReplication',
  'zeroEtl',
  'babelfish',
  'proxy',
]

export const setFeature: Verb<'SetFeature'> = {
  validate: validateFeature,
  give({ world, cause }, { feature, isOn }) {
    const v2 = v2Of(world)
    const isWanted = (its: V2Feature) => (its === feature ? isOn : v2.features.includes(its))
    v2.features = inOrder.filter(isWanted)
    v2.featureFact = cause
  },
}

function validateFeature(world: World, { feature, isOn }: Given<'SetFeature'>): Reason | null {
  const { serverless } = world
  if (serverless!.capacities.length === 0) return { key: 'reason.v2Only', parameters: {} }
  if (isOn && !isOfEdition(world, feature)) {
    return { key: 'reason.featureEdition', parameters: { feature } }
  }
  const other = otherRole(feature)
  if (!isOn || other === null || !serverless!.v2?.features.includes(other)) return null
  return { key: 'reason.featureRole', parameters: {} }
}

/** What the cluster may have at all. */
export function featuresOf(world: World): V2Feature[] {
  return inOrder.filter(feature => isOfEdition(world, feature))
}

function isOfEdition({ setup }: World, feature: V2Feature): boolean {
  const edition = setup.dialect === 'postgresql-16' ? 'postgresql' : 'mysql'
  return (editions[feature] ?? edition) === edition
}

/** A cluster is the primary or a secondary of a global database. */
function otherRole(feature: V2Feature): V2Feature | null {
  if (feature === 'globalPrimary') return 'globalSecondary'
  return feature === 'globalSecondary' ? 'globalPrimary' : null
}
