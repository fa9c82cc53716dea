/** What a cluster that keeps a place for another instance needs to be changed while it runs. */
import type { ModifySetup } from '../contract/modify.ts'
import type { Scenario, Setup } from '../contract/scenario.ts'
import { defaultInstanceClass, instanceClasses, vcpusOf } from './instanceClass.ts'
import { resolveModifyParameters } from './parameterTable.ts'

export function isSpare({ spare }: Scenario['cluster']['instances'][number]): boolean {
  return spare === true
}

export function resolveModify(
  { instances, parameters = {} }: Scenario['cluster'],
  memoryPerVcpu: number,
): Pick<Setup, 'modify'> {
  if (!instances.some(isSpare)) return {}
  const vcpus: ModifySetup['vcpus'] = {}
  for (const name of instanceClasses) vcpus[name] = vcpusOf(name, memoryPerVcpu)
  return {
    modify: {
      classes: instances.map(its => its.class ?? defaultInstanceClass),
      spares: instances.map(isSpare),
      vcpus,
      values: resolveModifyParameters(parameters),
    },
  }
}
