/** Notable facts of storage nodes behind the foreground, of patches, and of changes of members. */
import type { GroupId, InstanceId, NodeId, SegmentId, ZoneId } from './ids.ts'
import type { Lsn, Micros } from './units.ts'

export interface VolumeFacts {
  /** The viewer knows; the node does not, until it looks. */
  PageCorrupted: { segment: SegmentId; page: number }
  /** The node noticed that a checksum does not fit, and asks a peer for the page. */
  CorruptionFound: { segment: SegmentId; page: number; by: 'scrub' | 'read' | 'peer' }
  PageRepaired: { segment: SegmentId; page: number; from: SegmentId; tookMicros: Micros }
  /** The background backlog is above its limit: this copy takes records in more slowly. */
  ThrottleBegan: { segment: SegmentId; backlog: number }
  ThrottleEnded: { segment: SegmentId; tookMicros: Micros }
  /** A rolling patch takes a node away, and brings it back. */
  NodePatchBegan: { node: NodeId; done: number; nodes: number }
  NodePatched: { node: NodeId; done: number; nodes: number }
  /** An engine is changed between two transactions; or no such instant came, and it restarts. */
  EngineChangeBegan: { instance: InstanceId; waitedMicros: Micros }
  EngineChanged: { instance: InstanceId; tookMicros: Micros }
  EnginePatchFellBack: { instance: InstanceId; open: number }
  /** A reader was blocked for so long that it counts as crashed, and is started anew. */
  ReaderReplaced: { instance: InstanceId; behindMicros: Micros }
  /** A lost writer without a reader to promote has a new host; in another zone if asked for. */
  InstanceRecreated: { instance: InstanceId; zone: ZoneId; tookMicros: Micros }
  /** A proxy no longer reaches its writer: what is under way is cut off, new requests wait. */
  ProxyLostWriter: { instance: InstanceId; cut: number }
  /** A proxy sends requests to this writer from now on; so many have waited with it. */
  ProxySwitched: { instance: InstanceId; waiting: number; tookMicros: Micros }
  /** A copy is to be replaced: its node is silent, it is hot, or somebody asked for it. */
  MemberSuspected: {
    group: GroupId
    segment: SegmentId
    because: 'silent' | 'hot' | 'asked'
    silentMicros: Micros
  }
  /** A membership epoch is in force. Empty: nobody joined, nobody left. */
  MembershipChanged: {
    group: GroupId
    epoch: number
    change: 'join' | 'settle' | 'rollBack' | 'rebuild' | 'threeOfFour' | 'fourOfSix'
    joined: SegmentId | ''
    left: SegmentId | ''
  }
  /** It has all that was acknowledged before it joined, and counts from now on. */
  SegmentHydrated: { group: GroupId; segment: SegmentId; scl: Lsn; tookMicros: Micros }
  /** A storage node is lost for good with all that was on its disk. */
  DiskLost: { node: NodeId; segments: SegmentId[] }
  /** The last protection group was full, and the volume has one more. */
  VolumeGrew: { group: GroupId; geometryEpoch: number; groups: number }
}
