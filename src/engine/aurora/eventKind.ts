/**
 * The kinds of events in the queue. `deliver` is the network's; all others are timers, whose
 * `subject` says whose it is and whose `detail` carries what tells a stale timer from a live one.
 * Mechanisms have numbers of their own: Multi-Master from 20, Serverless 40, promotion 50, the
 * pipeline of storage nodes 60, membership 70, undo 80, changes of the cluster 150.
 */
import { DELIVER } from '../kernel/network.ts'

export const eventKind = {
  deliver: DELIVER,
  /** Next entry of the scenario's script. subject position */
  script: 2,
  /** A batch or gossiped records are on disk. subject message slot, detail life of the node */
  persisted: 3,
  /** A page is ready to be sent. subject message slot, detail life of the node */
  pageReady: 4,
  /** subject group * 8 + slot, detail life of the node */
  gossip: 5,
  /** A CPU is done with a request. subject transaction slot + instance * 2^16, detail serial */
  cpuDone: 6,
  /** The network operation of a boxcar starts. subject instance * 2^16 + group, detail life */
  boxClosed: 7,
  /** Look for batches to resend. subject instance * 2^16 + group, detail life */
  resend: 8,
  /** Look whether a page read takes too long. subject read slot + instance * 2^16, detail number */
  hedge: 9,
  /** The instance's process is up again. subject instance, detail life */
  restarted: 10,
  /** The work of recovery is done. subject instance, detail epoch */
  recovered: 11,
  /** Resend scan or truncation to silent segments. subject instance, detail epoch */
  openingResend: 12,
  /** A session has thought. subject application * 2^16 + session, detail attempt */
  thought: 13,
  /** A session may have heard nothing for long. subject application * 2^16 + session */
  timedOut: 14,
  /** A session tries again. subject application * 2^16 + session, detail attempt */
  retry: 15,
  /** The background work of storage nodes begins; what it does is a mechanism's. */
  background: 16,
  /** A lost writer may have a new host. subject instance, detail life */
  recreated: 17,
} as const
