/**
 * The fault-injection statements of Aurora MySQL and functions of Aurora PostgreSQL (D-FI) as
 * commands: a crash of an instance, its dispatcher or its node, and simulated failures of readers
 * and disks or congestion, each for an interval, after which it heals by itself (P17). What is not
 * a statement is told with its place and what may stand there.
 */
import type { Command } from '../contract/commands.ts'
import type { NodeId } from '../contract/ids.ts'
import { longestCongestionMillis } from './commandSchema.ts'
import {
  crash,
  inject,
  type ReadStatement,
  shortest,
  type StatementPlaces,
} from './faultCommands.ts'
import { readFaultFunction } from './readFaultFunction.ts'
import { formatDuration } from './formatDuration.ts'
import {
  openStatement,
  refuseToken,
  type StatementReader,
  takeIf,
  takeName,
  takeNumberIn,
  takeOneOf,
  takeWholeIn,
  takeWords,
} from './statementTokens.ts'

export function parseFaultStatement(text: string, places: StatementPlaces): ReadStatement {
  const reader = openStatement(text)
  const isFunction = takeIf(reader, 'SELECT')
  const commands = isFunction ? readFaultFunction(reader, places) : readAlter(reader, places)
  if (reader.next < reader.tokens.length) refuseToken(reader, 'the end of the statement')
  return reader.problem ? { ok: false, problems: [reader.problem] } : { ok: true, commands }
}

function readAlter(reader: StatementReader, places: StatementPlaces): Command[] {
  takeWords(reader, 'ALTER SYSTEM')
  const isCrash = takeOneOf(reader, ['CRASH', 'SIMULATE']) === 'CRASH'
  return isCrash ? readCrash(reader, places) : readSimulation(reader, places)
}

function readCrash(reader: StatementReader, { on }: StatementPlaces): Command[] {
  if (reader.problem) return []
  const isBare = reader.next >= reader.tokens.length
  const what = isBare ? 'INSTANCE' : takeOneOf(reader, ['INSTANCE', 'DISPATCHER', 'NODE'])
  return [crash(what, on)]
}

function readSimulation(reader: StatementReader, places: StatementPlaces): Command[] {
  if (reader.problem) return []
  const ratio = Math.round(takeNumberIn(reader, 0, 100) * 10_000) / 1_000_000
  takeWords(reader, 'PERCENT')
  if (reader.problem) return []
  if (takeOneOf(reader, ['READ', 'DISK']) === 'READ') return readReplica(reader, places, ratio)
  const isFailure = takeOneOf(reader, ['FAILURE', 'CONGESTION']) === 'FAILURE'
  const between = isFailure || reader.problem ? {} : takeBetween(reader)
  const targets = takeDisks(reader, places)
  const strength = { ratio, ...between, for: takeInterval(reader) }
  const fault = isFailure ? 'DiskFailure' : 'DiskCongestion'
  return ratio === 0 ? [] : targets.map(target => inject(fault, target, strength))
}

/** `READ` has been taken. */
function readReplica(
  reader: StatementReader,
  { readers }: StatementPlaces,
  ratio: number,
): Command[] {
  takeWords(reader, 'REPLICA FAILURE')
  const isNamed = takeIf(reader, 'TO') && !takeIf(reader, 'ALL')
  const targets = isNamed && !reader.problem ? [takeName(reader, readers)] : readers
  const strength = { ratio, for: takeInterval(reader) }
  return ratio === 0 ? [] : targets.map(target => inject('ReplicaFailure', target, strength))
}

function takeBetween(reader: StatementReader): { minMillis: number; maxMillis: number } {
  takeWords(reader, 'BETWEEN')
  const minMillis = takeNumberIn(reader, 0, longestCongestionMillis)
  takeWords(reader, 'AND')
  const maxMillis = takeNumberIn(reader, minMillis, longestCongestionMillis)
  takeWords(reader, 'MILLISECONDS')
  return { minMillis, maxMillis }
}

/** Every node unless one is named. Disks and nodes are counted from 1 (*assumption*). */
function takeDisks(reader: StatementReader, { nodes, disks }: StatementPlaces): NodeId[] {
  if (reader.problem) return []
  const isIn = takeIf(reader, 'IN')
  if (!isIn && takeIf(reader, 'NODE')) return pick(reader, nodes)
  if (!isIn) return nodes
  return pick(reader, takeOneOf(reader, ['DISK', 'NODE']) === 'DISK' ? disks : nodes)
}

function pick(reader: StatementReader, nodes: NodeId[]): NodeId[] {
  if (reader.problem) return []
  return [nodes[takeWholeIn(reader, 1, nodes.length) - 1]!]
}

const secondMicros = 1_000_000
const dayMicros = 86_400 * secondMicros

/** A month has 30 days, a quarter 91, a year 365 (*assumption*). */
const unitMicros: Record<string, number> = {
  SECOND: secondMicros,
  MINUTE: 60 * secondMicros,
  HOUR: 3_600 * secondMicros,
  DAY: dayMicros,
  WEEK: 7 * dayMicros,
  MONTH: 30 * dayMicros,
  QUARTER: 91 * dayMicros,
  YEAR: 365 * dayMicros,
}

/** A hundred years at most. */
const longestQuantity = 100

function takeInterval(reader: StatementReader): string {
  takeWords(reader, 'FOR INTERVAL')
  if (reader.problem) return shortest
  const quantity = takeWholeIn(reader, 1, longestQuantity)
  return formatDuration(quantity * unitMicros[takeOneOf(reader, Object.keys(unitMicros))]!)
}
