/**
 * Every tunable of the model by its dotted name. Units, ranges, defaults, sources and the stable
 * numbers that links carry stand once, in `formats/parameterTable`; here only the names.
 */
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
  | 'storage.background'
  | 'storage.backupPeriod'
  | 'storage.gcPeriod'
  | 'storage.scrubPeriod'
  | 'storage.groupCommit'
  | 'storage.groupCommitRecords'
  | 'storage.groupCommitTimeout'
  | 'storage.quorumRead'

/** Resolved: durations in microseconds, ratios in parts per million, counts as they are. */
export type ParameterValues = Record<ParameterName, number>

/** What `describe()` tells of one tunable. */
export interface ParameterDescription {
  name: ParameterName
  unit: 'duration' | 'ratio' | 'count' | 'bytes' | 'gib'
  /** In input form: durations as text, ratios 0 … 1, counts as numbers. */
  min: string | number
  max: string | number
  default: string | number
  basis: 'published' | 'derived' | 'assumption'
  /** Source key or the reason of the assumption. */
  source: string
  summary: string
}
