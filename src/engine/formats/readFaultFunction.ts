/**
 * The fault-injection functions of Aurora PostgreSQL (D-FI): `SELECT aurora_inject_…`, the word
 * SELECT taken. They say the same as the statements of Aurora MySQL, with times in seconds. Rule
 * P17.
 */
import type { Command } from '../contract/commands.ts'
import type { NodeId } from '../contract/ids.ts'
import { longestCongestionMillis } from './commandSchema.ts'
import { crash, inject, type StatementPlaces } from './faultCommands.ts'
import { formatDuration } from './formatDuration.ts'
import {
  type StatementReader,
  takeName,
  takeNumberIn,
  takeOneOf,
  takeWholeIn,
  takeWords,
} from './statementTokens.ts'

type ReadArguments = (reader: StatementReader, places: StatementPlaces) => Command[]

const functions: Record<string, ReadArguments> = {
  AURORA_INJECT_CRASH: readCrash,
  AURORA_INJECT_REPLICA_FAILURE: readReplicaFailure,
  AURORA_INJECT_DISK_FAILURE: readDiskFailure,
  AURORA_INJECT_DISK_CONGESTION: readDiskCongestion,
}

export function readFaultFunction(reader: StatementReader, places: StatementPlaces): Command[] {
  const name = takeOneOf(reader, Object.keys(functions))
  takeWords(reader, '(')
  const commands = reader.problem ? [] : functions[name]!(reader, places)
  takeWords(reader, ')')
  return commands
}

/** Upper and lower case alike, in quotes. */
function readCrash(reader: StatementReader, { on }: StatementPlaces): Command[] {
  const what = takeOneOf(reader, ["'INSTANCE'", "'DISPATCHER'", "'NODE'"])
  return [crash(what.replaceAll("'", ''), on)]
}

function takePercentage(reader: StatementReader): number {
  return Math.round(takeNumberIn(reader, 0, 100) * 10_000) / 1_000_000
}

/** A year at most. */
const longestSeconds = 31_536_000

function takeSeconds(reader: StatementReader): string {
  takeWords(reader, ',')
  return formatDuration(takeWholeIn(reader, 1, longestSeconds) * 1_000_000)
}

function readReplicaFailure(reader: StatementReader, { readers }: StatementPlaces): Command[] {
  const ratio = takePercentage(reader)
  const time = takeSeconds(reader)
  takeWords(reader, ',')
  const target = takeName(reader, readers)
  return ratio === 0 ? [] : [inject('ReplicaFailure', target, { ratio, for: time })]
}

/** Blocks and nodes are counted from 0; a block is a segment (both *assumption*). */
function takeDisk(reader: StatementReader, { nodes, disks }: StatementPlaces): NodeId {
  takeWords(reader, ',')
  const before = reader.next
  const index = takeWholeIn(reader, 0, Math.max(nodes.length, disks.length) - 1)
  takeWords(reader, ',')
  const places = takeOneOf(reader, ['TRUE', 'FALSE']) === 'TRUE' ? disks : nodes
  if (index < places.length) return places[index]!
  reader.next = before
  takeWholeIn(reader, 0, places.length - 1)
  return places[0]!
}

function readDiskFailure(reader: StatementReader, places: StatementPlaces): Command[] {
  const ratio = takePercentage(reader)
  const target = takeDisk(reader, places)
  const time = takeSeconds(reader)
  return ratio === 0 ? [] : [inject('DiskFailure', target, { ratio, for: time })]
}

function readDiskCongestion(reader: StatementReader, places: StatementPlaces): Command[] {
  const ratio = takePercentage(reader)
  const target = takeDisk(reader, places)
  const time = takeSeconds(reader)
  takeWords(reader, ',')
  const minMillis = takeNumberIn(reader, 0, longestCongestionMillis)
  takeWords(reader, ',')
  const maxMillis = takeNumberIn(reader, minMillis, longestCongestionMillis)
  const strength = { ratio, minMillis, maxMillis, for: time }
  return ratio === 0 ? [] : [inject('DiskCongestion', target, strength)]
}
