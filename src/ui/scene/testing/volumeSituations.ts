/** What may become of a shared volume, as frames made by hand, in words as long as they come. */
import type { ActiveFault } from '../../../engine/contract/faults.ts'
import type { Frame } from '../../../engine/contract/frame.ts'
import type {
  ChangeView,
  GroupMembersView,
  MemberView,
} from '../../../engine/contract/membershipView.ts'
import type { SegmentWorkView } from '../../../engine/contract/volumeFrameView.ts'
import type { GroupDetailView } from '../../../engine/contract/volumeDetailView.ts'
import { exampleFrame } from './exampleFrame.ts'
import { exampleWire } from './exampleWire.ts'
import { loseNodes, loseZone } from './situations.ts'

const letters = [...'ABCDEFGH']

function member(frame: Frame, bit: number, more: Partial<MemberView> = {}): MemberView {
  const segment = frame.groups[0]?.segments[bit]
  return {
    segment: segment?.id ?? '',
    node: segment?.node ?? '',
    letter: letters[bit] ?? '',
    kind: 'full',
    state: 'member',
    counts: true,
    hydratedPpm: null,
    countsFrom: null,
    from: null,
    ...more,
  }
}

function withMembers(frame: Frame, odd: Record<number, Partial<MemberView>>): Frame {
  const members = frame.groups[0]?.segments.map((_, bit) => member(frame, bit, odd[bit])) ?? []
  const model = '4/6' as const
  const group = { id: 'pg1', membershipEpoch: 12, model, members, changes: [], writing: null }
  return detailed({ ...frame, membership: { geometryEpoch: 3, groups: [group] } }, 0)
}

function changing(frame: Frame, ...changes: ChangeView[]): Frame {
  const [group] = frame.membership?.groups ?? []
  if (group !== undefined) group.changes = changes
  return frame
}

const sets = { met: [true], sets: 15, setsLeft: 15, mayLose: 2, decisive: 0 }

function detailed(frame: Frame, tails: number): Frame {
  const groups = frame.groups.map(
    ({ id, segments }): GroupDetailView => ({
      id,
      letters: segments.map((_, bit) => letters[bit] ?? ''),
      tails,
      membershipEpoch: 1,
      write: sets,
      read: sets,
      watched: null,
      sclWaitsFor: [],
      lowestReadPoint: 849,
      lowestRead: null,
    }),
  )
  const told = { wire: exampleWire, statusPoints: [] }
  return { ...frame, volumeDetail: { geometryEpoch: 3, groups, log: null, ...told } }
}

const change: ChangeView = {
  kind: 'replace',
  why: 'silent',
  leaving: 'F',
  joining: 'G',
  phase: 'hydrating',
  since: 0,
  until: 9_999_000,
}

/** A seventh and an eighth copy stand in the zones of those that they replace. */
function addCopies(frame: Frame): Frame {
  const [group] = frame.groups
  for (const node of ['node-c3', 'node-a3']) {
    const like = group?.segments.find(its => its.zone === `az-${node.charAt(5)}`)
    if (like !== undefined) group?.segments.push({ ...like, id: `pg1/${node.slice(5)}`, node })
  }
  return frame
}

function twoReplaced(): Frame {
  const frame = withMembers(addCopies(loseNodes(exampleFrame(), ['node-c2', 'node-a1'])), {
    0: { state: 'lost' },
    5: { state: 'suspect' },
    6: { state: 'hydrating', hydratedPpm: 990_000, from: 'pg1/a2' },
    7: { state: 'hydrated', hydratedPpm: 1_000_000 },
  })
  return changing(frame, change, { ...change, leaving: 'A', joining: 'H', phase: 'rollingBack' })
}

function work(segment: string, node: string): SegmentWorkView {
  return {
    segment,
    node,
    steps: [],
    backlog: 0,
    throttleBacklog: 100,
    throttledSince: null,
    backedUpLsn: 0,
    collectedLsn: 0,
    lowestReadPoint: 0,
    corruptPages: [],
    repairedPages: 0,
  }
}

function withPipeline(frame: Frame, odd: Record<number, Partial<SegmentWorkView>> = {}): Frame {
  const segments =
    frame.groups[0]?.segments.map(({ id, node }, bit) => ({ ...work(id, node), ...odd[bit] })) ?? []
  return { ...frame, pipeline: { isOn: true, startedAt: 0, nodes: [], segments, patch: null } }
}

function patching(frame: Frame, done: number): Frame {
  const nodes = frame.nodes.map(({ id }) => id)
  const away = nodes[done] ?? null
  const next = withPipeline(loseNodes(frame, away === null ? [] : [away]))
  const patch = { target: 'volume', nodes, done, away, until: frame.at + 49_999 }
  if (next.pipeline !== null) next.pipeline.patch = patch
  return next
}

function damaged(): Frame {
  const page = { page: 123, since: 0, foundAt: null, asked: null }
  return withPipeline(exampleFrame(), {
    0: { corruptPages: [page] },
    3: { corruptPages: [{ ...page, foundAt: 1_000, asked: 'pg1/c1' }] },
    4: { throttledSince: 1_000 },
  })
}

function ailing(): Frame {
  const frame = exampleFrame()
  const ails: Partial<ActiveFault>[] = [
    { fault: 'SlowDisk', factor: 1_000 },
    { fault: 'HotNode', factor: 1_000 },
    { fault: 'DiskCongestion', ratioPpm: 125_000, minMillis: 5, maxMillis: 20 },
    { fault: 'DiskFailure', ratioPpm: 750_000 },
    { fault: 'NodeLoss' },
    { fault: 'SlowDisk', factor: 30 },
  ]
  const hosts = frame.groups[0]?.segments.map(({ node }) => node) ?? []
  frame.faults = ails.map((its, k) => ({ since: 0, target: hosts[k] ?? '', ...its }) as ActiveFault)
  return frame
}

function isolated(readers: number): Frame {
  const frame = exampleFrame({ readers })
  frame.faults = frame.zones.map(({ id }) => ({ fault: 'ZoneIsolation', target: id, since: 0 }))
  return frame
}

function truncated(): Frame {
  const frame = exampleFrame()
  for (const { records } of frame.groups)
    for (const record of records.slice(-4)) record.state = 'annulled'
  frame.volume.epoch = 42
  frame.volume.truncations = [{ epoch: 42, above: 849, upTo: 100_849 }]
  return frame
}

function undoing(readers: number): Frame {
  const frame = exampleFrame({ readers })
  const undo = { instance: 'w1', since: 0, transactions: 12, transactionsLeft: 9 }
  return { ...frame, undo: { ...undo, rows: 12_345, rowsLeft: 9_876 } as Frame['undo'] }
}

function apart(): Frame {
  const frame = withMembers(loseZone(exampleFrame(), 'az-c'), {
    4: { state: 'apart', counts: false },
    5: { state: 'apart', counts: false },
  })
  const [group] = frame.membership?.groups ?? []
  if (group !== undefined)
    Object.assign(group, { model: '3/4' } satisfies Partial<GroupMembersView>)
  return frame
}

/** Up to the most that a cluster may have, one of them down. */
function following(count: number): Frame {
  const frame = exampleFrame({ readers: count })
  const readers = Array.from({ length: count }, (_, k) => ({
    id: `r${k + 1}`,
    tier: 1,
    vdl: 840,
    lagMicros: 18_400 + 1_000 * k,
    isJoined: true,
    readPoint: 840,
    readsWaiting: 0,
  }))
  const well = { phase: null, since: 0, lost: '', promoted: '', clusterEndpoint: 'w1' } as const
  for (const instance of frame.instances) if (instance.id === 'r4') instance.status = 'down'
  return { ...frame, failover: { readers, ...well } }
}

/** Each makes a new frame, so that a test may spoil it further. */
export const volumeSituations: Record<string, () => Frame> = {
  'a copy is replaced': () =>
    changing(withMembers(exampleFrame(), { 5: { state: 'suspect' } }), change),
  'two copies are replaced at once': twoReplaced,
  'a group runs as 3 of 4': apart,
  'three full copies and three tails': () => detailed(exampleFrame(), 0b101010),
  'a patch rolls': () => patching(exampleFrame(), 4),
  'a patch rolls over twenty nodes a zone': () =>
    patching(exampleFrame({ groups: 10, nodesPerZone: 20 }), 41),
  'a patch rolls while a copy is replaced': () =>
    changing(withMembers(patching(exampleFrame(), 2), { 5: { state: 'suspect' } }), change),
  'pages are damaged': damaged,
  'disks and nodes ail': ailing,
  'all zones are cut off': () => isolated(2),
  'a range is annulled': truncated,
  'a range is annulled while a copy is replaced': () =>
    changing(withMembers(truncated(), { 5: { state: 'suspect' } }), change, change),
  'nine readers follow': () => following(9),
  'fifteen readers follow': () => following(15),
  'the writer undoes': () => undoing(0),
  'the writer undoes beside two readers': () => undoing(2),
}
