/**
 * Who is a member of each protection group beyond the six of the start: replacements, epochs, who
 * counts and who does not yet (2018 §4.1). It stands for the storage metadata service, which
 * survives every instance, and for what the members have on disk of it. Rules M1–M15.
 */
import type { FactId, Lsn, Micros } from '../../contract/units.ts'
import type { Lane } from '../pipeline/pipeline.ts'
import type { SegmentState } from '../storage/segmentState.ts'

export interface Membership {
  /** +1 for each protection group that the volume has added. */
  geometryEpoch: number
  groups: GroupMembership[]
  /** By node: since when it has been silent; -1 = it is heard. */
  silentSince: number[]
  /** The facts that told of it. */
  silentFact: FactId[]
  /** When the caretaker looks again; 0 = not planned. */
  looksAt: Micros
}

export interface GroupMembership {
  /** By slot, as the group's segments. */
  members: Member[]
  /** Slots that count in no read and no recovery set, as bits. */
  uncounted: number
  /** Slots that keep the log only, as bits. */
  tails: number
  model: '4/6' | '3/4'
  /** At most two replacements at a time, and any number of rebuilds. */
  changes: Change[]
  writing: Writing | null
  /** Membership epoch that each instance knows. */
  knownBy: number[]
}

export interface Member {
  letter: string
  /** +1 whenever its disk is empty again. */
  incarnation: number
  /** Requests with a lower membership epoch are refused here. */
  epoch: number
  /** Its disk is gone, and nothing has been done about it yet. */
  isLost: boolean
  /** The group runs as 3/4 without it. */
  isApart: boolean
  /** While it does not count: its SCL must come to this LSN. */
  countsFrom: Lsn
  joinedAt: Micros
  filling: Filling | null
}

/** A member gets the pages and the log of its group from a peer, part by part. */
export interface Filling {
  parts: number
  done: number
  /** Node of the peer that gives; -1 = none is there. */
  giver: number
  askedAt: Micros
  fact: FactId
}

export interface Change {
  kind: 'replace' | 'rebuild'
  why: 'silent' | 'hot' | 'asked'
  /** Letters; equal for a rebuild. */
  leaving: string
  joining: string
  /** Node that the new copy is put on. */
  onto: number
  phase: 'joining' | 'hydrating' | 'settling' | 'rollingBack'
  since: Micros
  fact: FactId
  /** Of a rebuild only: the old copy, as long as it may still come back. */
  aside?: CopyAside | null
}

/** A copy that has been put aside as it lies on the disk of its node. */
export interface CopyAside {
  segment: SegmentState
  member: Member
  isCounted: boolean
  /** Ordinals of the records that it has, of those that the log kept. */
  held: Float64Array
  lane: Lane | null
}

export type Plan =
  | { kind: 'join' | 'settle' | 'rollBack'; joining: string }
  /** `apart`: slots that are left out from then on, as bits. */
  | { kind: 'model'; model: '4/6' | '3/4'; apart: number }

/** A membership epoch on its way to a write set. */
export interface Writing {
  epoch: number
  plan: Plan
  since: Micros
  /** Slots that have it on disk, as bits. */
  acknowledged: number
  resendMicros: Micros
  fact: FactId
}

const letters = 'ABCDEFGH'

/** The first letter that no member of the group has. */
export function freeLetter({ members }: GroupMembership): string {
  for (const letter of letters) if (slotOf(members, letter) < 0) return letter
  return ''
}

export function firstLetters(count: number): string[] {
  return [...letters.slice(0, count)]
}

/** -1 = nobody has this letter. */
export function slotOf(members: readonly Member[], letter: string): number {
  return members.findIndex(member => member.letter === letter)
}

/** The change that a slot leaves or joins by; undefined = none. */
export function changeAt({ members, changes }: GroupMembership, slot: number): Change | undefined {
  const { letter } = members[slot]!
  return changes.find(({ leaving, joining }) => leaving === letter || joining === letter)
}

export function rebuilds({ changes }: GroupMembership): Change[] {
  return changes.filter(({ kind }) => kind === 'rebuild')
}

export function replacements({ changes }: GroupMembership): Change[] {
  return changes.filter(({ kind }) => kind === 'replace')
}
