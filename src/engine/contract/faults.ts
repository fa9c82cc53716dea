/**
 * The faults that can be injected, each one entry; a fault throws the switches that the network
 * and the nodes offer (power, links, speed), it never reaches into the protocol.
 */
import type { ActorId, InstanceId, NodeId, SegmentId, TargetId, ZoneId } from './ids.ts'
import type { Micros, Ppm } from './units.ts'

export interface Faults {
  /** A storage node loses power; what it persisted stays on its disk. */
  NodeCrash: { target: NodeId }
  /** A database instance dies with everything it held in memory. */
  InstanceCrash: { target: InstanceId }
  /** A whole zone goes dark: its storage nodes and its instances. */
  AzOutage: { target: ZoneId }
  /** Nothing passes a link, one way `a>b` or both ways `a<>b`; ends are actors or zones. */
  LinkCut: { target: TargetId }
  /** Everything a node does takes `factor` times as long: disk, reads, its messages. */
  SlowNode: { target: NodeId; factor?: number }
  /** A share of the messages of a link (or of `network`, all links) is lost. */
  PacketLoss: { target: TargetId | 'network'; ratio?: number }
  /**
   * A storage node is lost for good with its disk. Healed, an empty node stands in its place.
   */
  NodeLoss: { target: NodeId }
  /** A node is hot: it is slow by a factor, and its copies move to colder nodes of the zone. */
  HotNode: { target: NodeId; factor?: number }
  /** The disk of a node takes `factor` times as long; its messages do not. */
  SlowDisk: { target: NodeId; factor?: number }
  /** A share of a disk's reads and writes takes `minMillis` to `maxMillis` longer. */
  DiskCongestion: { target: NodeId; ratio?: number; minMillis?: number; maxMillis?: number }
  /** A share of a disk's writes fails: the node does not acknowledge them. */
  DiskFailure: { target: NodeId; ratio?: number }
  /** A page on the disk of a segment, or of a node's first one, no longer fits its checksum. */
  PageCorruption: { target: NodeId | SegmentId; page?: number }
  /** A zone is alive, but cut off from the other zones. */
  ZoneIsolation: { target: ZoneId }
  /** One node after the other is away for a while, zone by zone; ends by itself. */
  RollingPatch: { target: 'volume' | ZoneId }
  /** An instance lives, but nothing passes between it and the volume. */
  DispatcherCrash: { target: InstanceId }
  /** A share of what the writer sends to a reader is blocked. */
  ReplicaFailure: { target: InstanceId; ratio?: number }
  /** An instance changes its engine between two transactions, or restarts; ends by itself. */
  EnginePatch: { target: InstanceId }
  /** No host can be had in a zone: no instance is re-created there, none attached. */
  NoCapacity: { target: ZoneId }
}

export type FaultKind = keyof Faults

/** What the strength of a fault is told by; a kind has some of them, or none. */
export type FaultParameter = 'factor' | 'ratio' | 'minMillis' | 'maxMillis'

/** A fault in force. */
export interface ActiveFault {
  fault: FaultKind
  target: TargetId
  since: Micros
  /** As given, or the default of the catalogue; only the fields its kind has. */
  factor?: number
  ratioPpm?: Ppm
  minMillis?: number
  maxMillis?: number
  page?: number
  /** Ends by itself then. */
  until?: Micros
  /** `EnginePatch`: it looks for an instant without transactions, or changes the engine until … */
  stage?: 'looking' | 'changing'
  stageUntil?: Micros
}

/** What the menu, the sliders and `describe()` are made from. */
export interface FaultDescription {
  fault: FaultKind
  title: string
  summary: string
  /** What it can be aimed at. */
  target:
    | 'node'
    | 'instance'
    | 'az'
    | 'link'
    | 'link-or-network'
    | 'node-or-segment'
    | 'volume-or-az'
    | 'reader'
  parameters: { name: FaultParameter; min: number; max: number; default: number }[]
  /**
   * Targets of the running cluster to choose from: all that it accepts, but for links that neither
   * the writer, a client nor a whole zone uses, which would bury the others.
   */
  targets: (ActorId | ZoneId | TargetId)[]
}
