/**
 * The facts of Serverless v2 beside its control loop, in sentences, with the words for what keeps
 * it awake and what wakes it.
 */
import type { PauseBlocker } from '../engine/contract/facts.ts'
import type { V2Call } from '../engine/contract/serverlessV2.ts'
import type { Sentences } from './template.ts'

export const pauseBlockers: Record<PauseBlocker, string> = {
  minAboveZero: 'its minimum is above zero',
  userConnections: 'connections are open',
  readerAwake: 'a reader is awake',
  provisioned: 'the cluster has a provisioned instance',
  proxy: 'RDS Proxy is attached',
  patching: 'its engine is being patched',
  logicalReplication: 'logical replication is on',
  binlogReplication: 'binlog replication is on',
  globalPrimary: 'it is the primary of a global database',
  globalSecondary: 'it is a secondary of a global database',
  zeroEtl: 'a zero-ETL integration reads from it',
  babelfish: 'a Babelfish connection is open',
}

export const callWakers: Record<V2Call, string> = {
  wrongPassword: 'somebody tried to log in with a wrong password, and even that wakes it',
  dataApi: 'a Data API call came',
  parameterGroup: 'its parameter group is changed',
  readLogs: 'its logs are read',
  backtrack: 'it is backtracked',
  clone: 'it is cloned',
  upgrade: 'its engine is to be upgraded',
  snapshot: 'a snapshot is taken',
}

/** By call and answer; by answer alone where the call makes no difference. */
const answers: Record<string, string> = {
  'wrongPassword refused': 'A log-in at {instance} with a wrong password is refused.',
  'wrongPassword resuming':
    'A log-in with a wrong password has come to {instance}, which is asleep: it is refused once ' +
    'it is awake, and wakes it all the same.',
  'dataApi resuming':
    'The Data API answers at once that {instance} is resuming (DatabaseResumingException): the ' +
    'caller tries again.',
  'dataApi done': 'A Data API call to {instance} is answered.',
  'snapshot done': 'A snapshot is taken, of the volume: {instance} is left as it is.',
  stopped: 'The cluster is stopped: nothing but a start wakes {instance}.',
}

const tasks: Record<string, string> = {
  parameterGroup: 'The parameter group of {instance} is changed.',
  readLogs: 'The logs of {instance} are read.',
  backtrack: 'A backtrack is asked of {instance}.',
  clone: 'The cluster of {instance} is cloned.',
  upgrade: 'An upgrade of the engine is asked of {instance}.',
}

export const serverlessV2Facts: Sentences = {
  'fact.CallAnswered': ({ call, answer }) =>
    answers[String(answer)] ?? answers[`${call} ${answer}`] ?? tasks[String(call)] ?? '',
  'fact.OutOfMemory':
    '{instance} is out of memory: it needs {need} ACU of it and may have {max}. It restarts, ' +
    'with status incompatible-parameters.',
  'fact.MemoryRelieved': 'The memory of {instance} is enough again: its status is available.',
  'fact.MigrationBegan': ({ because }) =>
    (because === 'heat'
      ? 'The host {from} is hot: {reserved} ACU are reserved on it. '
      : 'The host {from} has no room for this growth. ') +
    '{instance} moves live to {to}, its capacity frozen at {acu} ACU; connections stay.',
  'fact.InstanceMigrated':
    '{instance} stands on {to} after {tookMicros}; nobody has lost a connection.',
  'fact.ClusterStopped':
    'The cluster is stopped: {instances} have no compute, and connections are refused.',
  'fact.ClusterStarting': ({ because }) =>
    because === 'sevenDays'
      ? 'Stopped for seven days, the cluster starts by itself: ready in {takesMicros}.'
      : 'The stopped cluster is started: ready in {takesMicros}.',
  'fact.ClusterStarted': 'The cluster answers again, {tookMicros} after the start began.',
}
