/**
 * A frame: the state of all nodes at one instant, for drawing. The structured part is small; what
 * moves comes beside it as a buffer (`moving`), so that a frame can be dropped, joined late,
 * photographed and tested. The page computes no fact about Aurora: what it shows stands here.
 */
import type { Parameters } from './commands.ts'
import type { ActiveFault } from './faults.ts'
import type {
  ActorId,
  ApplicationId,
  GroupId,
  InstanceId,
  NodeId,
  SegmentId,
  ZoneId,
} from './ids.ts'
import type { QuorumExpression } from './quorum.ts'
import type { AvailabilityView, ProxyView } from './availabilityView.ts'
import type { PlacementView } from './placementView.ts'
import type { Route } from './scenario.ts'
import type { FailoverView } from './failoverView.ts'
import type { MembershipView } from './membershipView.ts'
import type { ModifyView } from './modify.ts'
import type { MultiMasterView } from './multiMasterView.ts'
import type { ServerlessView } from './serverlessView.ts'
import type { Edition } from './sql.ts'
import type { SqlView } from './sqlView.ts'
import type { PipelineView } from './volumeFrameView.ts'
import type { UndoView } from './undoView.ts'
import type { VolumeDetailView } from './volumeDetailView.ts'
import type { Lsn, Micros, Ppm } from './units.ts'

/** A sentence of the catalogue with its numbers. */
export interface Phrase {
  key: string
  parameters: Parameters
}

/** One of three lights. `on` works · `waiting` stalled, nothing lost · `off` not possible. */
export interface Light {
  state: 'on' | 'waiting' | 'off'
  /** Short reason, e.g. `light.commits.noWriteQuorum`. */
  phrase: Phrase
}

export interface ZoneView {
  id: ZoneId
  isOut: boolean
}

export interface StorageNodeView {
  id: NodeId
  zone: ZoneId
  isUp: boolean
  /** 1 = normal speed. */
  slowFactor: number
  /** The writer and this node can reach each other, both ways. */
  isReachable: boolean
  /** Spare: hosts no segment. */
  isSpare: boolean
  segments: SegmentId[]
}

export interface SegmentView {
  id: SegmentId
  node: NodeId
  zone: ZoneId
  scl: Lsn
  /** Reachable by the writer, both ways, and up. */
  isReachable: boolean
  /** Has every record of its group up to the current read point: can serve a page. */
  isComplete: boolean
  /** The records of the group that this copy lacks below the newest it has. */
  holes: number
  /** Records of the group it has not got at all, counted to the group's newest. */
  behind: number
  /** Smoothed latency of page reads from here; 0 = never measured. */
  readLatencyMicros: Micros
}

/** A record of a group's chain, oldest first. */
export interface RecordView {
  lsn: Lsn
  page: number
  transaction: number
  /** Ends a mini-transaction: a consistency point (CPL). */
  isConsistencyPoint: boolean
  isCommit: boolean
  /** Bit k: the k-th segment of the group has it on disk. */
  heldBy: number
  state: 'inFlight' | 'durable' | 'annulled'
  writtenAt: Micros
}

export interface QuorumView {
  expression: QuorumExpression
  /** Bit k: the k-th segment is reachable, and its answer counts. */
  reachable: number
  isMet: boolean
}

export interface GroupView {
  id: GroupId
  segments: SegmentView[]
  /** The newest records of the chain, at most about 16; those before are *older*. */
  records: RecordView[]
  /** Records before the first of `records`. */
  olderCount: number
  pgcl: Lsn
  lastLsn: Lsn
  writeQuorum: QuorumView
  readQuorum: QuorumView
  /** The bracket: bit k, the k-th segment carries the PGCL. */
  carriesPgcl: number
  /** This group keeps VDL from moving on. */
  holdsBack: boolean
}

export interface VolumeView {
  epoch: number
  vcl: Lsn
  vdl: Lsn
  highestLsn: Lsn
  allocationLimit: Lsn
  lowestReadPoint: Lsn
  /** LSN ranges annulled by recovery, oldest first. */
  truncations: { epoch: number; above: Lsn; upTo: Lsn }[]
}

export type OpeningPhase = ('creating' | 'restarting') | ('scanning' | 'truncating' | 'recovering')

export interface InstanceView {
  id: InstanceId
  zone: ZoneId
  role: 'writer' | 'reader'
  status: 'open' | 'opening' | 'down' | 'paused' | 'resuming'
  /** Share of its CPUs in use, smoothed over the last 100 ms of model time. */
  cpuPpm: Ppm
  /** Requests waiting for CPU. */
  queued: number
  /** Commits written and not yet durable. */
  parkedCommits: number
  oldestParkedAt: Micros | null
  /** `opening`: what it is doing, and since when; `creating`: there was none before. */
  opening: { phase: OpeningPhase; since: Micros } | null
  cachedPages: number
  bufferPoolPages: number
}

export interface ApplicationView {
  id: ApplicationId
  on: InstanceId
  sessions: number
  thinking: number
  /** Waiting for an answer. */
  waiting: number
  /** Connection lost, trying again. */
  reconnecting: number
  oldestWaitingAt: Micros | null
  lastLatencyMicros: Micros | null
  lastAnswerAt: Micros | null
  answered: number
  lost: number
  /**
   * `stalled` the moment no reachable write set remains; `inFlight` while one does. `lost`: its
   * connection is lost and nothing was tried since; `reconnecting`: it tries to connect again.
   */
  feels: 'idle' | 'answered' | 'inFlight' | 'stalled' | 'reconnecting' | 'retrying' | 'lost'
  /** The last error it saw, as MySQL numbers it (1213, 2013, …), and when; null = none so far. */
  lastError: { code: number; at: Micros } | null
  /** Where its requests go. */
  route: Route
  /** Errors that reached its users: connections lost, retries used up. */
  errors: number
  retried: number
  downMicros: Micros
}

export interface LinkView {
  from: ActorId
  to: ActorId
  isCut: boolean
  lossPpm: Ppm
}

export interface Frame {
  at: Micros
  /** Events executed so far. */
  events: number
  cluster: { edition: Edition; topology: 'single-master' | 'multi-master' }
  /** Index = the actor number used in `moving`. */
  actors: ActorId[]
  zones: ZoneView[]
  nodes: StorageNodeView[]
  groups: GroupView[]
  volume: VolumeView
  instances: InstanceView[]
  applications: ApplicationView[]
  /** Links that are cut or lossy, one way each. */
  links: LinkView[]
  faults: ActiveFault[]
  lights: { dataSafe: Light; commits: Light; reads: Light }
  /** The one true sentence of this instant, derived from what is reachable. */
  caption: Phrase
  /** A second, smaller sentence: what to try or what it means. */
  hint: Phrase
  /** The next thing to click in this story, or null. */
  glowing: ActorId | null
  lawsBroken: number
  /** Null in a single-master cluster. */
  multiMaster: MultiMasterView | null
  /** Null when no instance is serverless. */
  serverless: ServerlessView | null
  /** Null without a reader that could be promoted. */
  failover: FailoverView | null
  /** Null until the background work of storage nodes begins. */
  pipeline: PipelineView | null
  /** Null until a member of a group was suspect, lost, replaced or left out. */
  membership: MembershipView | null
  /** Null until a writer has found interrupted transactions, and once they are undone. */
  undo: UndoView | null
  /** Null until somebody has typed SQL. */
  sql: SqlView | null
  /** Absent in a cluster where there is only one place to go. */
  placement?: PlacementView
  /** Absent before all parts of the engine have come. */
  availability?: AvailabilityView
  /** Absent where no application goes through a proxy. */
  proxy?: ProxyView
  /** Absent with several writers, and before all parts of the engine have come. */
  volumeDetail?: VolumeDetailView
  /** Absent where no place is kept for another instance. */
  modify?: ModifyView
  totals: { committed: number; lost: number; resent: number; hedged: number; messages: number }
}

/**
 * The moving part: little-endian, a header, then one row a message:
 * f64 id · f64 sentAt · f64 arrivesAt · f64 detail · u8 kind ·
 * u8 flags · u16 from · u16 to · u16 group (65535 if none). Header: f64 count · f64 frame instant.
 * The detail is an LSN or SCL, 0 if none; of an Answer its outcome, of a Vote 1 yes or 0 no, of a
 * Finalize 1 commit or 0 cancel, of a StatementResult its outcome.
 *
 * `annulled` and `stale`: what it brings is refused on arrival, as things stand now, since a
 * recovery has annulled it, or since its epoch is over; both also stand on the refusal that goes
 * back, so that one sees it bounce off. Of a Propose: `undoes` it takes a change back, `purges` it
 * removes old versions of rows.
 */
export interface MovingLayout {
  headerBytes: 16
  rowBytes: 40
  flags: {
    lost: 1
    duplicate: 2
    held: 4
    dropped: 8
    annulled: 16
    stale: 32
    undoes: 64
    purges: 128
  }
}
