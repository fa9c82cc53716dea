/**
 * Moves a mirrored MySQL on, event by event: a session asks, waits for a CPU, changes its pages,
 * waits for the redo log, then for the binary log, and thinks. Rules Y1, Y5.
 */
import { below } from '../kernel/streams.ts'
import {
  createEventRecord,
  type EventRecord,
  schedule,
  takeNextUntil,
} from '../kernel/eventQueue.ts'
import type { Micros } from '../contract/units.ts'
import { cleanIfDue, copyDone, isLogFull, pageDone } from './cleanPages.ts'
import { eventKind, type Log, type Mirrored } from './mirrored.ts'
import { roundTrip } from './roundTrip.ts'
import { writeBlock } from './writeBlock.ts'

/** Up to and including `until`. */
export function runMirrored(world: Mirrored, until: Micros): void {
  const event = createEventRecord()
  while (takeNextUntil(world.queue, until, event)) {
    world.now = event.at
    handle(world, event)
  }
  world.now = until
}

function handle(world: Mirrored, { kind, subject }: EventRecord): void {
  if (kind === eventKind.ask) return ask(world, subject)
  if (kind === eventKind.cpuDone) return changePages(world, subject)
  if (kind === eventKind.redoDone) return redoDone(world)
  if (kind === eventKind.binlogDone) return binlogDone(world)
  if (kind === eventKind.copied) return copyDone(world)
  pageDone(world)
  admit(world)
}

function ask(world: Mirrored, session: number): void {
  world.beganAt[session] = world.now
  if (isLogFull(world)) world.heldBack.push(session)
  else takeCpu(world, session)
}

/** Room in the log again: those that were held back go on. */
function admit(world: Mirrored): void {
  if (isLogFull(world)) return
  for (const session of world.heldBack.splice(0)) takeCpu(world, session)
}

function takeCpu(world: Mirrored, session: number): void {
  if (world.freeCpus === 0) return void world.cpuQueue.push(session)
  world.freeCpus -= 1
  const { writes, parameters } = world.setup
  const busy = Math.max(1, writes * parameters['instance.cpuPerWrite'])
  schedule(world.queue, world.now + busy, eventKind.cpuDone, session)
}

/** Its pages are changed in memory, its commit waits for the logs, its CPU serves the next. */
function changePages(world: Mirrored, session: number): void {
  const { writes, pages, parameters } = world.setup
  for (let row = 0; row < writes; row++) {
    const page = below(world.keys, pages)
    world.newest += parameters['instance.redoPerRow']
    if (!world.dirty.has(page)) world.dirty.set(page, world.newest)
  }
  world.newest += parameters['instance.redoPerCommit']
  world.freeCpus += 1
  const next = world.cpuQueue.shift()
  if (next !== undefined) takeCpu(world, next)
  world.redo.waiting.push(session)
  writeRedo(world)
  cleanIfDue(world)
}

/** One I/O for all that wait, and none while one is under way. */
function joinWrite(log: Log): number {
  if (log.writing.length > 0 || log.waiting.length === 0) return 0
  log.writing = log.waiting.splice(0)
  return log.writing.length
}

function writeRedo(world: Mirrored): void {
  const count = joinWrite(world.redo)
  if (count > 0) writeBlock(world, 'redo', count * recordBytes(world), eventKind.redoDone)
}

function redoDone(world: Mirrored): void {
  world.binlog.waiting.push(...world.redo.writing.splice(0))
  writeRedo(world)
  writeBinlog(world)
}

/** As many bytes as redo, as rule L21 has it. */
function writeBinlog(world: Mirrored): void {
  const count = joinWrite(world.binlog)
  if (count > 0) writeBlock(world, 'binlog', count * recordBytes(world), eventKind.binlogDone)
}

function recordBytes({ setup: { writes, parameters } }: Mirrored): number {
  const records = writes * parameters['instance.redoPerRow'] + parameters['instance.redoPerCommit']
  return records * parameters['instance.redoRecordSize']
}

function binlogDone(world: Mirrored): void {
  for (const session of world.binlog.writing.splice(0)) commit(world, session)
  writeBinlog(world)
}

function commit(world: Mirrored, session: number): void {
  const { counts, setup, now } = world
  counts.transactions += 1
  counts.rows += setup.writes
  counts.latencies.push(now - (world.beganAt[session] as number))
  const away = roundTrip(world, 'network.sameAzOneWay') + setup.think
  schedule(world.queue, now + away, eventKind.ask, session)
}
