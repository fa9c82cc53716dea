/**
 * Who is a member of each protection group, as the storage metadata knows it: letters, kinds,
 * epochs, and what is being repaired (2018 §4.1, §4.2). In the order of the groups of the frame;
 * members in the order of the group's segments, so that member k is bit k of every set of bits.
 */
import type { GroupId, NodeId, SegmentId } from './ids.ts'
import type { Lsn, Micros, Ppm } from './units.ts'

export interface MembershipView {
  /** +1 for each protection group that the volume has added since the start. */
  geometryEpoch: number
  groups: GroupMembersView[]
}

export interface GroupMembersView {
  id: GroupId
  /** +1 for each change of members; a request that carries a lower one is refused. */
  membershipEpoch: number
  /** `3/4` after the command `ChangeQuorum`: the two copies of the lost zone do not count. */
  model: '4/6' | '3/4' | '2/3'
  members: MemberView[]
  changes: ChangeView[]
  /** The new epoch is being written to the members and is not in force yet; else null. */
  writing: { epoch: number; since: Micros; acknowledged: number } | null
}

export interface MemberView {
  segment: SegmentId
  node: NodeId
  /** A to F at the start; a replacement gets the first free letter up to H. */
  letter: string
  /** A tail has the log only and serves no page. */
  kind: 'full' | 'tail'
  /**
   * `member` counts fully · `suspect` its node is silent, or it was marked as hot, and it is being
   * replaced; it still counts · `hydrating` gets pages and log from a peer and counts in no read
   * or recovery set · `hydrated` has all it needs and waits for the epoch that settles it · `lost`
   * its disk is gone · `apart` not asked at present, since the group runs as 3/4.
   */
  state: 'member' | 'suspect' | 'hydrating' | 'hydrated' | 'lost' | 'apart'
  /** False: its answer counts in no read and no recovery set. */
  counts: boolean
  /** Of the pages and log that it must get from a peer, the share it has; null = nothing to get. */
  hydratedPpm: Ppm | null
  /** It counts once its SCL has come to this LSN; null when it counts. */
  countsFrom: Lsn | null
  /** The peer that gives it pages and log, while one does. */
  from: SegmentId | null
}

export interface ChangeView {
  /**
   * `replace`: by quorum sets, old and new member side by side, reversible · `rebuild`: the slot
   * is made anew on another host although no write set is left; its mechanism is not published.
   */
  kind: 'replace' | 'rebuild'
  why: 'silent' | 'hot' | 'asked'
  /** Letters; equal for a rebuild. */
  leaving: string
  joining: string
  /** `joining`, `settling` and `rollingBack` wait for the epoch to be on a write set. */
  phase: 'joining' | 'hydrating' | 'settling' | 'rollingBack'
  since: Micros
  /** When hydration should be done, if nothing holds it up; null outside of it. */
  until: Micros | null
}
