/**
 * Every tunable of the model by its dotted name, as the engine runs with it: its unit and its
 * default. Ranges, sources and words stand in `parameterRows`, which is loaded later. The compiler
 * holds both to the names of the contract.
 */
import type { ParameterName, ParameterValues } from '../contract/parameters.ts'
import type { ModifyValues } from '../contract/modify.ts'
import type { V1Values } from '../contract/serverlessV1.ts'
import type { BillParameterName } from '../contract/bill.ts'
import { billParameterNames, billTable, isOfBill } from './billParameters.ts'
import { parseDuration } from './duration.ts'
import type { ParameterDefault } from './parameterRow.ts'
import type { V2Values } from '../contract/serverlessV2.ts'
import { isOfModify, modifyParameterNames, modifyTable } from './modifyParameters.ts'
import { isOfV1, v1ParameterNames, v1Table } from './serverlessV1Parameters.ts'
import { isOfV2, v2ParameterNames, v2Table } from './serverlessV2Parameters.ts'

export const parameterTable: Record<ParameterName, ParameterDefault> = {
  'network.sameAzOneWay': { unit: 'duration', default: '0.25ms' },
  'network.crossAzOneWay': { unit: 'duration', default: '0.75ms' },
  'network.jitter': { unit: 'ratio', default: 0.2 },
  'network.tailProbability': { unit: 'ratio', default: 0.001 },
  'network.tailFactor': { unit: 'count', default: 10 },
  'network.loss': { unit: 'ratio', default: 0 },
  'network.resendFirst': { unit: 'duration', default: '20ms' },
  'network.resendMax': { unit: 'duration', default: '500ms' },
  'network.duplication': { unit: 'ratio', default: 0 },
  'storage.lsnAllocationLimit': { unit: 'count', default: 10_000_000 },
  'storage.fleetPerAz': { unit: 'count', default: 3 },
  'storage.persist': { unit: 'duration', default: '0.2ms' },
  'storage.boxcarStart': { unit: 'duration', default: '50us' },
  'storage.gossipPeriod': { unit: 'duration', default: '100ms' },
  'storage.gossipFanout': { unit: 'count', default: 1 },
  'storage.coalesceChain': { unit: 'count', default: 10 },
  'storage.pageRead': { unit: 'duration', default: '0.5ms' },
  'storage.applyRecord': { unit: 'duration', default: '10us' },
  'storage.latencyWeight': { unit: 'ratio', default: 0.2 },
  'storage.probeRate': { unit: 'ratio', default: 0.01 },
  'storage.hedgeMin': { unit: 'duration', default: '2ms' },
  'storage.hedgeFactor': { unit: 'count', default: 3 },
  'storage.background': { unit: 'count', default: 1 },
  'storage.backupPeriod': { unit: 'duration', default: '1s' },
  'storage.gcPeriod': { unit: 'duration', default: '1s' },
  'storage.scrubPeriod': { unit: 'duration', default: '24h' },
  'storage.capacity': { unit: 'count', default: 20_000 },
  'storage.throttleBacklog': { unit: 'count', default: 10_000 },
  'storage.patchAway': { unit: 'duration', default: '2s' },
  'storage.groupCommit': { unit: 'count', default: 0 },
  'storage.groupCommitRecords': { unit: 'count', default: 64 },
  'storage.groupCommitTimeout': { unit: 'duration', default: '2ms' },
  'storage.quorumRead': { unit: 'count', default: 0 },
  'storage.pagesPerGroup': { unit: 'count', default: 0 },
  'quorum.copies': { unit: 'count', default: 6 },
  'quorum.write': { unit: 'count', default: 4 },
  'quorum.read': { unit: 'count', default: 3 },
  'quorum.fullSegments': { unit: 'count', default: 6 },
  'repair.automatic': { unit: 'count', default: 1 },
  'repair.suspectAfter': { unit: 'duration', default: '2s' },
  'repair.transfer': { unit: 'duration', default: '8s' },
  'repair.hydrateFirst': { unit: 'count', default: 1 },
  'instance.memoryPerVcpu': { unit: 'gib', default: 8 },
  'instance.cpuPerRead': { unit: 'duration', default: '53us' },
  'instance.cpuPerWrite': { unit: 'duration', default: '264us' },
  'instance.bufferPoolShare': { unit: 'ratio', default: 0.7 },
  'instance.bufferPoolPages': { unit: 'count', default: 0 },
  'instance.rowsPerPage': { unit: 'count', default: 100 },
  'instance.redoPerRow': { unit: 'count', default: 3 },
  'instance.redoPerCommit': { unit: 'count', default: 1 },
  'instance.redoRecordSize': { unit: 'bytes', default: 100 },
  'instance.restart': { unit: 'duration', default: '15s' },
  'instance.patchPatience': { unit: 'duration', default: '10s' },
  'instance.patchSwap': { unit: 'duration', default: '3s' },
  'failover.recover': { unit: 'duration', default: '5s' },
  'client.connect': { unit: 'duration', default: '20ms' },
  'client.connectTimeout': { unit: 'duration', default: '10s' },
  'client.retryBase': { unit: 'duration', default: '10ms' },
  'client.retryCap': { unit: 'duration', default: '1s' },
  'client.retryTries': { unit: 'count', default: 5 },
  'multiMaster.replicationLag': { unit: 'duration', default: '30ms' },
  'multiMaster.replicationJitter': { unit: 'duration', default: '10ms' },
  'multiMaster.proposeResend': { unit: 'duration', default: '10ms' },
  'multiMaster.proposeTimeout': { unit: 'duration', default: '50ms' },
  'multiMaster.liveWithin': { unit: 'duration', default: '1s' },
  'multiMaster.tentativeTtl': { unit: 'duration', default: '500ms' },
  'multiMaster.rollbackFactor': { unit: 'count', default: 2 },
  'multiMaster.singleQueryPenalty': { unit: 'ratio', default: 0.1 },
  'failover.heartbeat': { unit: 'duration', default: '1s' },
  'failover.misses': { unit: 'count', default: 3 },
  'failover.roleChange': { unit: 'duration', default: '12s' },
  'failover.readerPatience': { unit: 'duration', default: '60s' },
  'endpoint.dnsUpdate': { unit: 'duration', default: '5s' },
  'endpoint.dnsTtl': { unit: 'duration', default: '5s' },
  'replica.applyRecord': { unit: 'duration', default: '5us' },
  'replica.dropRecord': { unit: 'duration', default: '1us' },
  'serverlessV2.vcpuPerAcu': { unit: 'ratio', default: 0.25 },
  'serverlessV2.targetBusy': { unit: 'ratio', default: 0.7 },
  'serverlessV2.memoryPerConnection': { unit: 'bytes', default: 10_000_000 },
  'serverlessV2.poolShareMysql': { unit: 'ratio', default: 0.6 },
  'serverlessV2.holdDown': { unit: 'duration', default: '60s' },
  'serverlessV2.rangeSettle': { unit: 'duration', default: '60min' },
  'serverlessV2.pauseDrain': { unit: 'duration', default: '10s' },
  'serverlessV2.resume': { unit: 'duration', default: '15s' },
  'serverlessV2.resumeDeep': { unit: 'duration', default: '30s' },
  'serverlessV2.readerResumeExtra': { unit: 'duration', default: '2s' },
  'serverlessV2.adminAwake': { unit: 'duration', default: '20min' },
  'billing.acuHourV2': { unit: 'dollars', default: 0.12 },
  'billing.acuHourV2IoOptimized': { unit: 'dollars', default: 0.16 },
  'billing.storageGbMonth': { unit: 'dollars', default: 0.1 },
  'billing.storageGbMonthIoOptimized': { unit: 'dollars', default: 0.225 },
  'billing.ioMillion': { unit: 'dollars', default: 0.2 },
  'billing.ioMillionIoOptimized': { unit: 'dollars', default: 0 },
  'billing.ioOptimized': { unit: 'count', default: 0 },
  'instance.lockWaitTimeout': { unit: 'duration', default: '50s' },
  'instance.deadlockTimeout': { unit: 'duration', default: '1s' },
  'instance.lockTimeout': { unit: 'duration', default: '0s' },
  'instance.ssiTuplesPerPage': { unit: 'count', default: 2 },
  'instance.readerConflictDelay': { unit: 'duration', default: '14s' },
  'sql.scanRows': { unit: 'count', default: 200_000 },
  'sql.cpuPerScannedRow': { unit: 'duration', default: '1us' },
  'multiMaster.choiceErrorAfterUndo': { unit: 'count', default: 0 },
  'multiMaster.choiceSurvivorsUndo': { unit: 'count', default: 0 },
  'multiMaster.choiceProbeFailsFast': { unit: 'count', default: 0 },
  'multiMaster.choiceOwnedRowWaits': { unit: 'count', default: 0 },
  'multiMaster.choiceDdlRefuses': { unit: 'count', default: 0 },
  'multiMaster.choiceCausalRedo': { unit: 'count', default: 0 },
  'multiMaster.choiceRefusedStays': { unit: 'count', default: 0 },
  'multiMaster.choiceEndpointStays': { unit: 'count', default: 0 },
  'client.healthCheckPeriod': { unit: 'duration', default: '1s' },
  'client.healthCheckMisses': { unit: 'count', default: 3 },
  'instance.survivableCache': { unit: 'count', default: 1 },
  'client.connectCpu': { unit: 'duration', default: '1ms' },
  'client.retryJitter': { unit: 'count', default: 1 },
  'failover.withoutReplica': { unit: 'duration', default: '600s' },
  'failover.createElsewhere': { unit: 'count', default: 0 },
  'endpoint.proxySwitch': { unit: 'duration', default: '3s' },
  'endpoint.proxyConnections': { unit: 'count', default: 20 },
  'endpoint.proxyBorrow': { unit: 'duration', default: '120s' },
  'multiMaster.choicePipelined': { unit: 'count', default: 0 },
  'multiMaster.choiceRandomTie': { unit: 'count', default: 0 },
  'multiMaster.choiceArbiter': { unit: 'count', default: 0 },
  'multiMaster.choiceSharedUndo': { unit: 'count', default: 0 },
  'multiMaster.choiceWriteTracker': { unit: 'count', default: 0 },
  'multiMaster.purge': { unit: 'count', default: 0 },
  'multiMaster.purgeDelay': { unit: 'duration', default: '1s' },
  'multiMaster.choiceColdStart': { unit: 'count', default: 0 },
  ...v1Table,
  ...billTable,
  ...v2Table,
  ...modifyTable,
}

export const parameterNames = Object.keys(parameterTable) as ParameterName[]

/** A ratio in parts per million, or null when it has more than six decimals. */
export function ppmOf(ratio: number): number | null {
  const ppm = Math.round(ratio * 1_000_000)
  // Six decimals survive the division exactly; a seventh does not come back.
  return ppm / 1_000_000 === ratio ? ppm : null
}

/** What the engine runs with: microseconds, parts per million, counts; null when misspelt. */
export function resolveParameter(
  { unit }: Pick<ParameterDefault, 'unit'>,
  value: string | number,
): number | null {
  if (unit === 'duration') return parseDuration(value)
  if (typeof value !== 'number') return null
  if (unit === 'ratio' || unit === 'dollars') return ppmOf(value)
  return Number.isSafeInteger(value) ? value : null
}

const runNames = parameterNames.filter(name => !isOfBill(name))

type Given = Partial<Record<ParameterName, string | number>>

/** All values, the defaults where nothing else is given. */
export function resolveParameters(given: Given): ParameterValues {
  return valuesOf(
    runNames.filter(name => !isOfV1(name) && !isOfV2(name) && !isOfModify(name)),
    given,
  ) as ParameterValues
}

/** Those of bills that are given. */
export function resolvePrices(given: Given): Partial<Record<BillParameterName, number>> {
  return valuesOf(
    billParameterNames.filter(name => given[name] !== undefined),
    given,
  )
}

/** Those of Serverless v1. */
export function resolveV1Parameters(given: Given): V1Values {
  return valuesOf(v1ParameterNames, given) as V1Values
}

/** Those that only Serverless v2 has. */
export function resolveV2Parameters(given: Given): V2Values {
  return valuesOf(v2ParameterNames, given) as V2Values
}

/** Those of a cluster that keeps a place for another instance. */
export function resolveModifyParameters(given: Given): ModifyValues {
  return valuesOf(modifyParameterNames, given) as ModifyValues
}

function valuesOf(names: readonly ParameterName[], given: Given): Record<string, number> {
  const values: Record<string, number> = {}
  for (const name of names) {
    const row = parameterTable[name]
    values[name] = resolveParameter(row, given[name] ?? row.default) ?? 0
  }
  return values
}
