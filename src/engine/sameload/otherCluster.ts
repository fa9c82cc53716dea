/**
 * A scenario on another configuration: the same applications, script and faults, other instances.
 * What would change the configuration again is left out. Rule B15.
 */
import type { ComparedRange, ComparedRun, MissingBecause } from '../contract/bill.ts'
import type { CommandName } from '../contract/commands.ts'
import type { Scenario } from '../contract/scenario.ts'
import { stepsOf } from '../formats/capacitySteps.ts'
import { serverlessClass } from '../formats/instanceClass.ts'

export interface Configuration {
  kind: Exclude<ComparedRun['kind'], 'own'>
  /** Provisioned only. */
  class: string
  /** Of either generation of Serverless. */
  range: ComparedRange | null
}

/** What belongs to the load: applications, what they ask, and what befalls the cluster. */
const ofTheLoad: readonly CommandName[] = [
  'InjectFault',
  'HealFault',
  'HealAll',
  'SetPlacement',
  'SetHealthCheck',
  'SetReadMode',
  'RunTransaction',
  'RunDdl',
  'SetDemand',
  'SetCurve',
  'SetWorkload',
  'RunSql',
]

export function isOfTheLoad(command: CommandName): boolean {
  return ofTheLoad.includes(command)
}

/** Why there is no such cluster for this load; null = there is. */
export function whyNot({ cluster }: Scenario, kind: Configuration['kind']): MissingBecause | null {
  if (kind === 'provisioned') return null
  if (cluster.topology === 'multi-master') return 'multiMaster'
  return kind === 'v1' && placesOf(cluster).length > 1 ? 'oneInstance' : null
}

export function otherCluster(scenario: Scenario, configuration: Configuration): Scenario {
  const { expect: _, ...rest } = scenario
  const { serverless, ...cluster } = scenario.cluster
  const { kind, class: name } = configuration
  const instances = placesOf(cluster).map(instance => {
    return { ...instance, class: kind === 'provisioned' ? name : serverlessClass }
  })
  const elastic = serverlessOf(scenario.cluster, configuration)
  return {
    ...rest,
    cluster: { ...cluster, instances, ...(elastic ? { serverless: elastic } : {}) },
    script: (scenario.script ?? []).filter(its => isOfTheLoad(its.do)),
  }
}

/** A place that is kept for an instance has none. */
function placesOf({ instances }: Pick<Scenario['cluster'], 'instances'>) {
  return instances.filter(({ spare }) => spare !== true)
}

type Written = NonNullable<Scenario['cluster']['serverless']>

/** Its own rest, pause and platform where it is of the same generation. */
function serverlessOf(
  { serverless, edition }: Scenario['cluster'],
  { kind, range }: Configuration,
): Written | null {
  if (kind === 'provisioned' || range === null) return null
  const own = serverless?.generation === kind ? serverless : {}
  return { ...own, generation: kind, ...(kind === 'v1' ? stepsAround(range, edition) : range) }
}

/** The listed steps that hold a range: the highest at or below its minimum, the lowest above. */
export function stepsAround(
  { min, max }: ComparedRange,
  edition: Scenario['cluster']['edition'],
): ComparedRange {
  const steps = stepsOf(edition)
  const low = steps.filter(step => step <= min).at(-1) ?? steps[0]!
  const high = steps.find(step => step >= max) ?? steps.at(-1)!
  return { min: low, max: Math.max(low, high) }
}
