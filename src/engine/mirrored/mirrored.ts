/**
 * A mirrored MySQL at work (2017 §3.1, figure 2): sessions, CPUs, two logs that commits share, and
 * a cleaner that writes changed pages twice. State is plain data; one queue of events moves it.
 * Rules Y3 to Y7.
 */
import type { WriteKind } from '../contract/writePath.ts'
import type { Micros } from '../contract/units.ts'
import { createEventQueue, type EventQueue, schedule } from '../kernel/eventQueue.ts'
import { createStream, type Stream } from '../kernel/streams.ts'
import type { MirroredSetup } from './mirroredSetup.ts'

/** Kinds of events, by number: `subject` is a session, or nothing. */
export const eventKind = { ask: 0, cpuDone: 1, redoDone: 2, binlogDone: 3, copied: 4, cleaned: 5 }

/** A log that one I/O at a time is written to, for all that wait. */
export interface Log {
  waiting: number[]
  /** Sessions whose commit is in the I/O under way. */
  writing: number[]
}

export interface Mirrored {
  setup: MirroredSetup
  queue: EventQueue
  now: Micros
  network: Stream
  keys: Stream
  freeCpus: number
  /** Sessions that wait for a CPU, and for room in the log. */
  cpuQueue: number[]
  heldBack: number[]
  redo: Log
  binlog: Log
  /** Redo records so far; the pages changed since, by the record that changed them first. */
  newest: number
  dirty: Map<number, number>
  /** Pages on their way to the disk, 0 = the cleaner rests; I/Os of their double write. */
  cleaning: number
  copying: number
  /** When the volume takes the next I/O. */
  diskFreeAt: Micros
  isDiskDown: boolean
  /** When the transaction of a session began, by session. */
  beganAt: Micros[]
  counts: Counts
}

export interface Counts {
  ios: Record<WriteKind, number>
  bytes: Record<WriteKind, number>
  transactions: number
  rows: number
  /** Of each transaction, in the order of commits. */
  latencies: Micros[]
}

export function createMirrored(setup: MirroredSetup): Mirrored {
  const queue = createEventQueue()
  for (let session = 0; session < setup.sessions; session++) {
    schedule(queue, session, eventKind.ask, session)
  }
  const log = (): Log => ({ waiting: [], writing: [] })
  return {
    ...{ setup, queue, now: 0, freeCpus: setup.vcpus, cpuQueue: [], heldBack: [] },
    network: createStream(setup.seed, 'mirrored network'),
    keys: createStream(setup.seed, 'mirrored keys'),
    ...{ redo: log(), binlog: log(), newest: 0, dirty: new Map(), cleaning: 0, copying: 0 },
    ...{ diskFreeAt: 0, isDiskDown: false },
    beganAt: new Array<Micros>(setup.sessions).fill(0),
    counts: createCounts(),
  }
}

export function createCounts(): Counts {
  const none = () => ({ redo: 0, binlog: 0, doubleWrite: 0, page: 0 })
  return { ios: none(), bytes: none(), transactions: 0, rows: 0, latencies: [] }
}
