/**
 * What the panel of capacity says: what binds, why an instance does not pause, what the meter
 * counts. It comes with the panel, after the first picture.
 */
import type { Sentences } from './template.ts'

const prices =
  '{acuHour} an ACU-hour, {storageGbMonth} a GB-month, {ioMillion} a million I/Os. On demand in ' +
  'us-east-1, as read in September 2026. A static copy, not a live price.'

export const capacitySentences: Sentences = {
  'capacity.rising': '{instance} has {acu} ACU and grows: {binding} needs {need}.',
  'capacity.rising.least': '{instance} has {acu} ACU and grows to the least it may have, {need}.',
  'capacity.stinted':
    '{instance} has {acu} ACU and needs {need}, but its growth allowance is used up: it grows ' +
    'only as fast as that refills.',
  'capacity.holding':
    '{instance} has {acu} ACU and needs {need}. It holds for another {leftMicros} before it falls.',
  'capacity.falling': '{instance} has {acu} ACU and falls towards {need}, slower and slower.',
  'capacity.steady': '{instance} has {acu} ACU, and {binding} needs {need}.',
  'capacity.steady.least': '{instance} has {acu} ACU, the least it may have; it needs no more.',
  'capacity.drowsy': '{instance} is about to pause at {acu} ACU. A connection would stop that.',
  'capacity.asleep':
    '{instance} has been asleep for {lastedMicros}: 0 ACU, no compute is billed. The volume is ' +
    'as it was; a connection wakes it.',
  'capacity.waking':
    '{instance} has been waking up for {lastedMicros}; ' +
    '{waiting|connection waits|connections wait}.',
  'capacity.notPausing': 'Not pausing:',
  'capacity.pausesIn': 'Nothing keeps it awake: it pauses in {leftMicros}.',
  'capacity.neverPauses': 'Not pausing: automatic pause needs a minimum of 0 ACU.',
  'capacity.blocked.minAboveZero': 'the minimum is {min} ACU, and only 0 may pause',
  'capacity.blocked.userConnections':
    '{connections|connection is|connections are} open, busy or not',
  'capacity.blocked.readerAwake': 'a reader of its group is awake',
  'capacity.blocked.provisioned': 'the cluster has a provisioned instance',
  'capacity.blocked.proxy': 'RDS Proxy is attached and keeps connections',
  'capacity.blocked.patching': 'its engine is being patched',
  'capacity.blocked.logicalReplication': 'logical replication is on',
  'capacity.blocked.binlogReplication': 'binlog replication is on',
  'capacity.blocked.globalPrimary': 'it is the primary of a global database',
  'capacity.blocked.globalSecondary': 'it is a secondary of a global database',
  'capacity.blocked.zeroEtl': 'a zero-ETL integration reads from it',
  'capacity.blocked.babelfish': 'a Babelfish connection is open',
  'capacity.incompatible':
    '{instance} ran out of memory: it needs {memory} ACU of it, and may have {max}. Raise the ' +
    'maximum or take connections away.',
  'capacity.short':
    '{instance} needs {memory} ACU of memory and may have {max}: after a minute it restarts.',
  'capacity.migrating':
    '{instance} moves live to another host with its {acu} ACU frozen. Connections stay.',
  'capacity.stopping': 'The cluster stops: {instance} ends what is under way.',
  'capacity.stopped':
    '{instance} is stopped with its cluster. No connection wakes it, a start does.',
  'capacity.starting': '{instance} starts with its cluster, which takes minutes.',
  'capacity.platform2':
    'Capacity doubles in 36 s (fitted). An ACU does 1 / 1.69 of the work of one of platform 4.',
  'capacity.platform3':
    'Capacity doubles in 36 s (fitted). An ACU does at most 1.3 times the work of platform 2.',
  'capacity.platform4':
    'Capacity doubles in 20 s (fitted). An ACU does at most 1.69 times the work of platform 2.',
  'capacity.callsNote':
    'Any log-in wakes it, and so does an administrator, who keeps it awake for 20 minutes; a ' +
    'snapshot is of the volume and wakes nobody.',
  'capacity.stopNote':
    'Stopped, it refuses connections until it is started, about 9.5 min (one measured sample), ' +
    'or for seven days (assumption).',
  'capacity.insideCounts':
    '{scaleUps|scale-up|scale-ups}, {migrations|live migration|live migrations} so far.',
  'capacity.insideNote':
    'Hosts of 128 ACU, hot from 80 %, 30 s a migration: none of these numbers is published. Of ' +
    'real scale-ups 0.018 % needed a live migration.',
  'capacity.fitted':
    'Growth, allowance, hold and fall are a fitted model, not AWS’s constants: no rate is ' +
    'published.',
  'capacity.v1Retired':
    'Serverless v1 is retired: its life ended on 31 March 2025 (Aurora User Guide, 2025). What ' +
    'runs here is v2.',
  'capacity.v1Runs':
    'This is Serverless v1, retired on 31 March 2025 and kept for teaching. Times of attaching, ' +
    'switching, waking and re-creation are assumptions within what was measured.',
  'capacity.v1Operator':
    'It looks for a scaling point, with the timeout of the cluster. Maintenance keeps the ' +
    'capacity and looks for up to seven days, then forces.',
  'capacity.prices': `With Standard storage: ${prices}`,
  'capacity.prices.ioOptimized': `With I/O-Optimized storage: ${prices}`,
  'capacity.rangeNote':
    'In steps of half an ACU, for every serverless instance. A minimum of 0 lets it pause.',
}
