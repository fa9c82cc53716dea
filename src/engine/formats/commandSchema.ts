/**
 * The definition of the commands as people write them in the `script` of a scenario. The compiler
 * holds the lists to the contract.
 */
import * as v from 'valibot'
import type { CommandName } from '../contract/commands.ts'
import type { FaultKind } from '../contract/faults.ts'
import { mostV1Acu } from './capacityRange.ts'
import { v2Calls, v2Features } from './v2Names.ts'
import { instanceClasses, serverlessClass } from './instanceClass.ts'
import {
  duration,
  listOf,
  name,
  number,
  oneOf,
  ratio,
  record,
  whole,
  words,
} from './schemaParts.ts'

/** In the order of their stable numbers, which links carry: 0, 1, 2 … */
export const faultKinds = [
  'NodeCrash',
  'InstanceCrash',
  'AzOutage',
  'LinkCut',
  'SlowNode',
  'PacketLoss',
  'NodeLoss',
  'HotNode',
  'SlowDisk',
  'DiskCongestion',
  'DiskFailure',
  'PageCorruption',
  'ZoneIsolation',
  'RollingPatch',
  'DispatcherCrash',
  'ReplicaFailure',
  'EnginePatch',
  'NoCapacity',
] as const satisfies readonly FaultKind[]

/** In the order of their stable numbers, which links carry: 0, 1, 2 … */
export const commandNames = [
  'InjectFault',
  'HealFault',
  'HealAll',
  'SetWorkload',
  'SetPlacement',
  'SetReadMode',
  'RunTransaction',
  'RunDdl',
  'SetDemand',
  'SetCapacityRange',
  'ReplaceSegment',
  'ChangeQuorum',
  'RunSql',
  'SetHealthCheck',
  'SetCapacity',
  'BeginMaintenance',
  'SetCurve',
  'CallCluster',
  'SetFeature',
  'SetNeighbours',
  'StopCluster',
  'StartCluster',
  'ModifyCluster',
  'StartMigration',
  'AbortMigration',
  'SetPlatform',
  'InterceptMessage',
] as const satisfies readonly CommandName[]

/** How many times as long a slow node takes for everything. */
export const slowestFactor = 1_000

/** What congestion may add to a disk's work. */
export const longestCongestionMillis = 10_000

export const readModes = ['INSTANCE_RAW', 'REGIONAL_RAW'] as const

/** Quorum models that a command may choose. */
export const quorumModels = ['3/4', '4/6'] as const

/** Of a typed text, and of the name of the session that types it. */
export const longestSql = 10_000
export const longestSession = 40

const fault = oneOf(faultKinds)

/** Of a curve that a command draws: a link carries it. */
const mostDrawn = 300

export const curvePoint = v.pipe(
  v.strictTuple([duration, number(0, 1_000_000)]),
  v.description('a point of the curve, as ["1h", 9.5]'),
)

const instanceClass = oneOf([serverlessClass, ...instanceClasses])

/** Rows by their number in the table, the first is 1. */
const rows = listOf(whole(0, 10_000_000), 100)

const fields = {
  InjectFault: {
    fault,
    target: words(80),
    factor: v.optional(number(1, slowestFactor)),
    ratio: v.optional(ratio),
    minMillis: v.optional(number(0, longestCongestionMillis)),
    maxMillis: v.optional(number(0, longestCongestionMillis)),
    page: v.optional(whole(0, 1_000_000)),
    for: v.optional(duration),
  },
  HealFault: { fault, target: words(80) },
  HealAll: {},
  SetWorkload: {
    workload: name,
    sessions: v.optional(whole(0, 10_000)),
    think: v.optional(duration),
  },
  SetPlacement: { workload: name, on: name },
  SetHealthCheck: {
    workload: name,
    isOn: v.pipe(v.boolean(), v.description('true or false')),
    standby: v.optional(listOf(name, 15)),
    pause: v.optional(duration),
  },
  SetReadMode: { workload: name, mode: oneOf(readModes) },
  RunTransaction: {
    session: name,
    on: name,
    table: name,
    read: v.optional(rows),
    write: v.optional(rows),
    mode: v.optional(oneOf(readModes)),
  },
  RunDdl: { on: name, table: name },
  SetDemand: {
    workload: name,
    level: v.pipe(
      v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000))),
      v.description('a number from 0 to 1000000, or null: back to the curve'),
    ),
  },
  SetCurve: {
    workload: name,
    points: v.pipe(
      v.nullable(listOf(curvePoint, mostDrawn)),
      v.description(`a list of up to ${mostDrawn} points, or null: back to its own curve`),
    ),
    repeat: v.optional(duration),
  },
  SetCapacityRange: { min: number(0, mostV1Acu), max: number(1, mostV1Acu) },
  SetCapacity: {
    acu: number(1, mostV1Acu),
    timeout: v.optional(duration),
    onTimeout: v.optional(oneOf(['rollback', 'force'])),
  },
  BeginMaintenance: {},
  ModifyCluster: {
    change: oneOf(['add', 'remove', 'class', 'failover', 'tier', 'upgrade']),
    instance: name,
    class: v.optional(instanceClass),
    tier: v.optional(whole(0, 15)),
  },
  StartMigration: {
    plan: oneOf(['addFailover', 'inPlace', 'snapshot', 'engineMode', 'threeStages', 'blueGreen']),
    class: instanceClass,
    via: v.optional(instanceClass),
    onto: v.optional(name),
    keepsOld: v.optional(v.pipe(v.boolean(), v.description('true or false'))),
  },
  AbortMigration: {},
  CallCluster: { call: oneOf(v2Calls), instance: v.optional(name) },
  SetFeature: {
    feature: oneOf(v2Features),
    isOn: v.pipe(v.boolean(), v.description('true or false')),
  },
  SetNeighbours: { instance: name, acu: number(0, 1024) },
  SetPlatform: { platform: v.pipe(v.picklist([2, 3, 4]), v.description('2, 3 or 4')) },
  StopCluster: {},
  StartCluster: {},
  ReplaceSegment: { segment: words(80), onto: v.optional(words(80)) },
  ChangeQuorum: { model: oneOf(quorumModels) },
  RunSql: { session: words(longestSession), on: v.optional(name), text: words(longestSql) },
  InterceptMessage: {
    message: whole(1, Number.MAX_SAFE_INTEGER),
    how: oneOf(['drop', 'delay', 'duplicate']),
    by: v.optional(duration),
  },
} satisfies Record<CommandName, v.ObjectEntries>

/** The commands with more keys, such as the `at` of a script, in front. */
export function commandsWith<E extends v.ObjectEntries>(more: E) {
  return v.variant('do', [
    record({ ...more, do: v.literal('InjectFault'), ...fields.InjectFault }),
    record({ ...more, do: v.literal('HealFault'), ...fields.HealFault }),
    record({ ...more, do: v.literal('HealAll'), ...fields.HealAll }),
    record({ ...more, do: v.literal('SetWorkload'), ...fields.SetWorkload }),
    record({ ...more, do: v.literal('SetPlacement'), ...fields.SetPlacement }),
    record({ ...more, do: v.literal('SetReadMode'), ...fields.SetReadMode }),
    record({ ...more, do: v.literal('RunTransaction'), ...fields.RunTransaction }),
    record({ ...more, do: v.literal('RunDdl'), ...fields.RunDdl }),
    record({ ...more, do: v.literal('SetDemand'), ...fields.SetDemand }),
    record({ ...more, do: v.literal('SetCurve'), ...fields.SetCurve }),
    record({ ...more, do: v.literal('SetCapacityRange'), ...fields.SetCapacityRange }),
    record({ ...more, do: v.literal('SetCapacity'), ...fields.SetCapacity }),
    record({ ...more, do: v.literal('BeginMaintenance'), ...fields.BeginMaintenance }),
    record({ ...more, do: v.literal('CallCluster'), ...fields.CallCluster }),
    record({ ...more, do: v.literal('SetFeature'), ...fields.SetFeature }),
    record({ ...more, do: v.literal('SetNeighbours'), ...fields.SetNeighbours }),
    record({ ...more, do: v.literal('SetPlatform'), ...fields.SetPlatform }),
    record({ ...more, do: v.literal('StopCluster'), ...fields.StopCluster }),
    record({ ...more, do: v.literal('StartCluster'), ...fields.StartCluster }),
    record({ ...more, do: v.literal('ModifyCluster'), ...fields.ModifyCluster }),
    record({ ...more, do: v.literal('StartMigration'), ...fields.StartMigration }),
    record({ ...more, do: v.literal('AbortMigration'), ...fields.AbortMigration }),
    record({ ...more, do: v.literal('ReplaceSegment'), ...fields.ReplaceSegment }),
    record({ ...more, do: v.literal('ChangeQuorum'), ...fields.ChangeQuorum }),
    record({ ...more, do: v.literal('RunSql'), ...fields.RunSql }),
    record({ ...more, do: v.literal('SetHealthCheck'), ...fields.SetHealthCheck }),
    record({ ...more, do: v.literal('InterceptMessage'), ...fields.InterceptMessage }),
  ])
}
