/**
 * The definition of the commands as people write them in the `script` of a scenario. The compiler
 * holds the lists to the contract.
 */
import * as v from 'valibot'
import type { CommandName } from '../contract/commands.ts'
import type { FaultKind } from '../contract/faults.ts'
import { duration, name, number, oneOf, ratio, record, whole, words } from './schemaParts.ts'

/** In the order of their stable numbers, which links carry: 0, 1, 2 … */
export const faultKinds = [
  'NodeCrash',
  'InstanceCrash',
  'AzOutage',
  'LinkCut',
  'SlowNode',
  'PacketLoss',
] as const satisfies readonly FaultKind[]

/** In the order of their stable numbers, which links carry: 0, 1, 2 … */
export const commandNames = [
  'InjectFault',
  'HealFault',
  'HealAll',
  'SetWorkload',
] as const satisfies readonly CommandName[]

/** How many times as long a slow node takes for everything. */
export const slowestFactor = 1_000

const fault = oneOf(faultKinds)

const fields = {
  InjectFault: {
    fault,
    target: words(80),
    factor: v.optional(number(1, slowestFactor)),
    ratio: v.optional(ratio),
  },
  HealFault: { fault, target: words(80) },
  HealAll: {},
  SetWorkload: {
    workload: name,
    sessions: v.optional(whole(0, 10_000)),
    think: v.optional(duration),
  },
} satisfies Partial<Record<CommandName, v.ObjectEntries>>

/** The commands with more keys, such as the `at` of a script, in front. */
export function commandsWith<E extends v.ObjectEntries>(more: E) {
  return v.variant('do', [
    record({ ...more, do: v.literal('InjectFault'), ...fields.InjectFault }),
    record({ ...more, do: v.literal('HealFault'), ...fields.HealFault }),
    record({ ...more, do: v.literal('HealAll'), ...fields.HealAll }),
    record({ ...more, do: v.literal('SetWorkload'), ...fields.SetWorkload }),
  ])
}
