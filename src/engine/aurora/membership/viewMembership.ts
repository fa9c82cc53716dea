/** Membership for the picture, and the one sentence while members change. Rules M1–M15. */
import type { Frame, Phrase } from '../../contract/frame.ts'
import type { ChangeView, GroupMembersView, MemberView } from '../../contract/membershipView.ts'
import type { World } from '../world.ts'
import { isHydrated } from './countIfHydrated.ts'
import { partMicros } from './fill.ts'
import { type Change, changeAt, type Filling, slotOf } from './membership.ts'

const million = 1_000_000

export function viewMembership(world: World, frame: Frame): void {
  const { membership } = world
  if (!membership) return
  const { geometryEpoch } = membership
  const groups = world.groups.map((_, group) => viewGroup(world, group))
  frame.membership = { geometryEpoch, groups }
  const said = phraseOf(frame, groups)
  if (said) frame.caption = said
  else if (geometryEpoch > 1 && frame.faults.length === 0) sayGrowth(frame, geometryEpoch)
}

function viewGroup(world: World, group: number): GroupMembersView {
  const own = world.membership!.groups[group]!
  const { id, membershipEpoch } = world.groups[group]!
  const { writing } = own
  return {
    id,
    membershipEpoch,
    model: world.parameters['quorum.copies'] === 3 ? '2/3' : own.model,
    members: own.members.map((_, slot) => viewMember(world, group, slot)),
    changes: own.changes.map(change => viewChange(world, group, change)),
    writing: writing && {
      epoch: writing.epoch,
      since: writing.since,
      acknowledged: writing.acknowledged,
    },
  }
}

function viewMember(world: World, group: number, slot: number): MemberView {
  const own = world.membership!.groups[group]!
  const { letter, filling, countsFrom } = own.members[slot]!
  const { segments } = world.groups[group]!
  const { id, node } = segments[slot]!
  const counts = ((own.uncounted >>> slot) & 1) === 0
  const giver = segments.find(other => filling !== null && other.node === filling.giver)
  return {
    segment: id,
    node: world.nodes[node]!.id,
    letter,
    kind: (own.tails >>> slot) & 1 ? 'tail' : 'full',
    state: stateOf(world, group, slot),
    counts,
    hydratedPpm: filling && shareDone(filling),
    countsFrom: counts ? null : countsFrom,
    from: giver?.id ?? null,
  }
}

function shareDone({ done, parts }: Filling): number {
  return Math.floor((done * million) / parts)
}

function stateOf(world: World, group: number, slot: number): MemberView['state'] {
  const own = world.membership!.groups[group]!
  const { letter, filling, isLost, isApart } = own.members[slot]!
  if (isLost) return 'lost'
  if (isApart) return 'apart'
  const change = changeAt(own, slot)
  if (filling || (own.uncounted >>> slot) & 1) return 'hydrating'
  if (!change || change.phase === 'joining') return change ? 'suspect' : 'member'
  if (change.joining !== letter) return 'suspect'
  return isHydrated(world, group, slot) ? 'hydrated' : 'hydrating'
}

function viewChange(world: World, group: number, change: Change): ChangeView {
  const { kind, why, leaving, joining, phase, since } = change
  return { kind, why, leaving, joining, phase, since, until: untilWhen(world, group, change) }
}

function untilWhen(world: World, group: number, { joining, phase }: Change): number | null {
  const { members } = world.membership!.groups[group]!
  const slot = slotOf(members, joining)
  const filling = members[slot]?.filling
  if (phase !== 'hydrating' || !filling || filling.giver < 0) return null
  return filling.askedAt + (filling.parts - filling.done) * partMicros(world, group, slot)
}

/** Of the first group in which members change; what stops commits is said by others. */
function phraseOf(frame: Frame, groups: GroupMembersView[]): Phrase | null {
  const isCalm = frame.lights.commits.state === 'on'
  for (const group of groups) {
    const [change] = group.changes
    if (change && (isCalm || change.kind === 'rebuild')) return changePhrase(frame, group, change)
    if (isCalm && group.model === '3/4') {
      const apart = group.members.filter(({ state }) => state === 'apart')
      const segments = apart.map(({ segment }) => segment)
      return { key: 'caption.threeOfFour', parameters: { group: group.id, segments } }
    }
  }
  return null
}

/** While nothing is broken; the newest group takes the new rows. */
function sayGrowth(frame: Frame, geometryEpoch: number): void {
  const group = frame.groups.at(-1)!.id
  const parameters = { group, groups: frame.groups.length, geometryEpoch }
  frame.caption = { key: 'caption.volumeGrew', parameters }
  frame.hint = { key: 'hint.watchGrowth', parameters }
}

function changePhrase(frame: Frame, group: GroupMembersView, change: ChangeView): Phrase {
  const { leaving, joining, phase, until, kind } = change
  const young = group.members.find(({ letter }) => letter === joining)
  const old = group.members.find(({ letter }) => letter === leaving)
  const node = young?.node ?? ''
  const parameters = {
    group: group.id,
    groups: frame.groups.length,
    leaving,
    joining,
    node,
    segment: old?.segment ?? '',
    sharePpm: young?.hydratedPpm ?? million,
    inMicros: until === null ? 0 : Math.max(0, until - frame.at),
  }
  if (kind === 'rebuild') return { key: 'caption.rebuilding', parameters }
  if (phase === 'hydrating') return { key: 'caption.hydrating', parameters }
  if (phase === 'joining') return { key: 'caption.joining', parameters }
  const key = phase === 'settling' ? 'caption.settling' : 'caption.rollingBack'
  return { key, parameters }
}
