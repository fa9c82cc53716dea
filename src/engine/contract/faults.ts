/**
 * The faults that can be injected, each one entry; a fault throws the switches that the network
 * and the nodes offer (power, links, speed), it never reaches into the protocol.
 */
import type { ActorId, InstanceId, NodeId, TargetId, ZoneId } from './ids.ts'
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
}

export type FaultKind = keyof Faults

/** A fault in force. */
export interface ActiveFault {
  fault: FaultKind
  target: TargetId
  since: Micros
  /** As given, or the default of the catalogue; only the fields its kind has. */
  factor?: number
  ratioPpm?: Ppm
}

/** What the menu, the sliders and `describe()` are made from. */
export interface FaultDescription {
  fault: FaultKind
  title: string
  summary: string
  /** What it can be aimed at. */
  target: 'node' | 'instance' | 'az' | 'link' | 'link-or-network'
  parameters: { name: 'factor' | 'ratio'; min: number; max: number; default: number }[]
  /**
   * Targets of the running cluster to choose from: all that it accepts, but for links that neither
   * the writer, a client nor a whole zone uses, which would bury the others.
   */
  targets: (ActorId | ZoneId | TargetId)[]
}
