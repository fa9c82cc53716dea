/**
 * Every tunable of the model by its dotted name. Units, ranges, defaults, sources and the stable
 * numbers that links carry stand once, in `formats/parameterTable`; here only the names.
 */
import type { BillParameterName } from './bill.ts'
import type { V1ParameterName } from './serverlessV1.ts'
import type { ModifyParameterName } from './modify.ts'
import type { V2ParameterName } from './serverlessV2.ts'

export type ParameterName =
  | 'network.sameAzOneWay'
  | 'network.crossAzOneWay'
  | 'network.jitter'
  | 'network.tailProbability'
  | 'network.tailFactor'
  | 'network.loss'
  | 'network.resendFirst'
  | 'network.resendMax'
  | 'storage.lsnAllocationLimit'
  | 'storage.fleetPerAz'
  | 'storage.persist'
  | 'storage.boxcarStart'
  | 'storage.gossipPeriod'
  | 'storage.gossipFanout'
  | 'storage.coalesceChain'
  | 'storage.pageRead'
  | 'storage.applyRecord'
  | 'storage.latencyWeight'
  | 'storage.probeRate'
  | 'storage.hedgeMin'
  | 'storage.hedgeFactor'
  | 'storage.pagesPerGroup'
  | 'quorum.copies'
  | 'quorum.write'
  | 'quorum.read'
  | 'quorum.fullSegments'
  | 'repair.automatic'
  | 'repair.suspectAfter'
  | 'repair.transfer'
  | 'repair.hydrateFirst'
  | 'instance.memoryPerVcpu'
  | 'instance.cpuPerRead'
  | 'instance.cpuPerWrite'
  | 'instance.bufferPoolShare'
  | 'instance.bufferPoolPages'
  | 'instance.rowsPerPage'
  | 'instance.redoPerRow'
  | 'instance.redoPerCommit'
  | 'instance.redoRecordSize'
  | 'instance.restart'
  | 'instance.patchPatience'
  | 'instance.patchSwap'
  | 'failover.recover'
  | 'client.connect'
  | 'client.connectTimeout'
  | 'client.retryBase'
  | 'client.retryCap'
  | 'client.retryTries'
  | 'network.duplication'
  | 'multiMaster.replicationLag'
  | 'multiMaster.replicationJitter'
  | 'multiMaster.proposeResend'
  | 'multiMaster.proposeTimeout'
  | 'multiMaster.liveWithin'
  | 'multiMaster.tentativeTtl'
  | 'multiMaster.rollbackFactor'
  | 'multiMaster.singleQueryPenalty'
  | 'failover.heartbeat'
  | 'failover.misses'
  | 'failover.roleChange'
  | 'failover.readerPatience'
  | 'endpoint.dnsUpdate'
  | 'endpoint.dnsTtl'
  | 'replica.applyRecord'
  | 'replica.dropRecord'
  | 'serverlessV2.vcpuPerAcu'
  | 'serverlessV2.targetBusy'
  | 'serverlessV2.memoryPerConnection'
  | 'serverlessV2.poolShareMysql'
  | 'serverlessV2.holdDown'
  | 'serverlessV2.rangeSettle'
  | 'serverlessV2.pauseDrain'
  | 'serverlessV2.resume'
  | 'serverlessV2.resumeDeep'
  | 'serverlessV2.readerResumeExtra'
  | 'serverlessV2.adminAwake'
  | 'billing.acuHourV2'
  | 'billing.acuHourV2IoOptimized'
  | 'billing.storageGbMonth'
  | 'billing.storageGbMonthIoOptimized'
  | 'billing.ioMillion'
  | 'billing.ioMillionIoOptimized'
  | 'billing.ioOptimized'
  | 'instance.lockWaitTimeout'
  | 'instance.deadlockTimeout'
  | 'instance.lockTimeout'
  | 'instance.ssiTuplesPerPage'
  | 'instance.readerConflictDelay'
  | 'sql.scanRows'
  | 'sql.cpuPerScannedRow'
  | 'multiMaster.choiceErrorAfterUndo'
  | 'multiMaster.choiceSurvivorsUndo'
  | 'multiMaster.choiceProbeFailsFast'
  | 'multiMaster.choiceOwnedRowWaits'
  | 'multiMaster.choiceDdlRefuses'
  | 'multiMaster.choiceCausalRedo'
  | 'multiMaster.choiceRefusedStays'
  | 'multiMaster.choiceEndpointStays'
  | 'multiMaster.choicePipelined'
  | 'multiMaster.choiceRandomTie'
  | 'multiMaster.choiceArbiter'
  | 'multiMaster.choiceSharedUndo'
  | 'multiMaster.choiceWriteTracker'
  | 'multiMaster.purge'
  | 'multiMaster.purgeDelay'
  | 'multiMaster.choiceColdStart'
  | 'client.healthCheckPeriod'
  | 'client.healthCheckMisses'
  | 'storage.background'
  | 'storage.backupPeriod'
  | 'storage.gcPeriod'
  | 'storage.scrubPeriod'
  | 'storage.capacity'
  | 'storage.throttleBacklog'
  | 'storage.patchAway'
  | 'storage.groupCommit'
  | 'storage.groupCommitRecords'
  | 'storage.groupCommitTimeout'
  | 'storage.quorumRead'
  | 'instance.survivableCache'
  | 'client.connectCpu'
  | 'client.retryJitter'
  | 'failover.withoutReplica'
  | 'failover.createElsewhere'
  | 'endpoint.proxySwitch'
  | 'endpoint.proxyConnections'
  | 'endpoint.proxyBorrow'
  | V1ParameterName
  | BillParameterName
  | V2ParameterName
  | ModifyParameterName

type RunParameterName = Exclude<ParameterName, BillParameterName>

/**
 * Resolved: durations in microseconds, ratios and dollars in millionths, counts as they are. Those
 * of one generation of Serverless stand in its own part of the setup, as do prices that only a bill
 * reads.
 */
export type ParameterValues = Record<
  Exclude<RunParameterName, V1ParameterName | V2ParameterName | ModifyParameterName>,
  number
>

/** What `describe()` tells of one tunable. */
export interface ParameterDescription {
  name: ParameterName
  unit: 'duration' | 'ratio' | 'count' | 'bytes' | 'gib' | 'dollars'
  /** In input form: durations as text, ratios 0 … 1, counts as numbers. */
  min: string | number
  max: string | number
  default: string | number
  basis: 'published' | 'derived' | 'assumption'
  /** Source key or the reason of the assumption. */
  source: string
  summary: string
}
