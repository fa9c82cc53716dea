/** Of what only some clusters have: the part of a frame that one actor can know. */
import { viewSets } from '../../aurora/volumeDetail/viewSets.ts'
import type { Frame, GroupView } from '../../contract/frame.ts'
import type { GroupMembersView, MembershipView } from '../../contract/membershipView.ts'
import type { FailoverView } from '../../contract/failoverView.ts'
import type { CapacityView, ServerlessView } from '../../contract/serverlessView.ts'
import type { SqlView } from '../../contract/sqlView.ts'
import type { PipelineView } from '../../contract/volumeFrameView.ts'
import type { GroupDetailView, VolumeDetailView } from '../../contract/volumeDetailView.ts'
import type { Eyes } from './eyes.ts'

type Part =
  | ('serverless' | 'failover' | 'pipeline' | 'membership' | 'undo' | 'sql')
  | 'volumeDetail'

export function mechanismsKnown(eyes: Eyes, whole: Frame, groups: GroupView[]): Pick<Frame, Part> {
  const { actor, reckonsQuorum } = eyes.known
  const detail = reckonsQuorum ? whole.volumeDetail : undefined
  return {
    serverless: whole.serverless && serverlessKnown(whole.serverless, actor),
    failover: whole.failover && failoverKnown(eyes, whole.failover),
    pipeline: whole.pipeline && pipelineKnown(whole.pipeline, actor),
    membership: reckonsQuorum && whole.membership ? membershipKnown(whole.membership) : null,
    undo: reckonsQuorum && whole.multiMaster === null ? whole.undo : null,
    sql: whole.sql && sqlKnown(whole.sql, actor),
    ...(detail && { volumeDetail: detailKnown(detail, groups, actor) }),
  }
}

/** A session is known where it is connected, and so are its locks. */
function sqlKnown(sql: SqlView, actor: string): SqlView {
  const sessions = sql.sessions.filter(({ on }) => on === actor)
  const isOwn = (name: string) => sessions.some(its => its.name === name)
  const locks = sql.locks.filter(({ session }) => isOwn(session))
  return {
    ...sql,
    sessions,
    locks,
    lockCount: locks.length,
    waits: sql.waits.filter(({ session }) => isOwn(session)),
    readViews: sql.readViews.filter(({ session }) => isOwn(session)),
    lastCycle: sql.lastCycle && isOwn(sql.lastCycle.victim) ? sql.lastCycle : null,
  }
}

/** The writer takes part in every change of members; of a disk that is gone it is told nothing. */
function membershipKnown({ geometryEpoch, groups }: MembershipView): MembershipView | null {
  const hasNews = ({ membershipEpoch, changes, writing, model }: GroupMembersView) =>
    membershipEpoch > 1 || changes.length > 0 || writing !== null || model === '3/4'
  if (geometryEpoch === 1 && !groups.some(hasNews)) return null
  return { geometryEpoch, groups: groups.map(membersKnown) }
}

function membersKnown(group: GroupMembersView): GroupMembersView {
  const isChanged = (letter: string) =>
    group.changes.some(({ leaving, joining }) => leaving === letter || joining === letter)
  return {
    ...group,
    members: group.members.map(member => ({
      ...member,
      state: member.state === 'apart' || isChanged(member.letter) ? member.state : 'member',
      ...{ hydratedPpm: null, from: null },
    })),
  }
}

/** Where a name leads is no state of any node; how far others follow is theirs to say. */
function failoverKnown({ ctx: { world }, known }: Eyes, view: FailoverView): FailoverView {
  const { readers, clusterEndpoint } = view
  const isTold = known.epoch >= world.volume.epoch
  const [first] = world.setup.instances
  const isSuspected = known.others.some(its => its.isSuspected)
  return {
    readers: readers.map(its =>
      its.id === known.actor
        ? { ...its, readPoint: 0 }
        : { ...its, vdl: 0, lagMicros: 0, isJoined: true, readPoint: 0, readsWaiting: 0 },
    ),
    ...(isSuspected
      ? { phase: view.phase, since: view.since, lost: view.lost, promoted: view.promoted }
      : { phase: null, since: 0, lost: '', promoted: '' }),
    clusterEndpoint: isTold ? clusterEndpoint : (first?.id ?? clusterEndpoint),
  }
}

/** Damage of a page is known where it was found. */
function pipelineKnown(view: PipelineView, actor: string): PipelineView {
  const segments = view.segments.filter(({ node }) => node === actor)
  return {
    isOn: view.isOn,
    startedAt: view.startedAt,
    nodes: view.nodes.filter(({ node }) => node === actor),
    segments: segments.map(its => ({
      ...its,
      corruptPages: its.corruptPages.filter(({ foundAt }) => foundAt !== null),
    })),
    patch: null,
  }
}

/** How much another one has, and how busy it is, nobody tells it; a bill is nobody's state. */
function serverlessKnown(view: ServerlessView, actor: string): ServerlessView {
  const { meter, instances } = view
  return {
    instances: instances.map(its => (its.id === actor ? its : capacityUntold(its))),
    demand: [],
    meter: { ...meter, microAcuSeconds: 0, ios: 0, pausedMicros: 0 },
  }
}

function capacityUntold({ id, min, max, maxConnections }: CapacityView): CapacityView {
  return {
    ...{ id, min, max, maxConnections, state: 'active', since: 0 },
    ...{ reported: min, exact: min, target: min, binding: 'floor' },
    need: { cpu: 0, memory: 0, network: 0, floor: 0 },
    ...{ allowance: 0, allowanceMax: 0, busyPpm: 0, utilizationPpm: 0, lowMicros: 0 },
    ...{ holdMicros: 0, connections: 0, idleMicros: 0, pauseAfterMicros: 0, blockers: [] },
    waking: 0,
  }
}

/** The quorums over those that answer; of the newest record what was acknowledged. */
function detailKnown(view: VolumeDetailView, groups: GroupView[], actor: string): VolumeDetailView {
  return {
    ...view,
    groups: view.groups.map((its, index) => groupDetail(its, groups[index]!)),
    statusPoints: view.statusPoints.filter(({ instance }) => instance === actor),
  }
}

function groupDetail(
  view: GroupDetailView,
  { writeQuorum, readQuorum }: GroupView,
): GroupDetailView {
  const { watched } = view
  return {
    ...view,
    write: viewSets(writeQuorum.expression, writeQuorum.reachable),
    read: viewSets(readQuorum.expression, readQuorum.reachable),
    watched: watched && { ...watched, heldBy: watched.acknowledged },
    sclWaitsFor: view.sclWaitsFor.map(() => 0),
  }
}
