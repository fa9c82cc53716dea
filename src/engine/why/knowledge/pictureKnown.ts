/**
 * The frame through one actor's eyes, part by part: its own state as it stands, who exists, and of
 * others what it was told. Nothing is taken from the frame of the whole but what is its own.
 */
import { frameOf } from '../../aurora/frame/frameOf.ts'
import type {
  ApplicationView,
  Frame,
  GroupView,
  InstanceView,
  StorageNodeView,
  VolumeView,
} from '../../contract/frame.ts'
import { captionKnown } from './captionKnown.ts'
import type { Eyes } from './eyes.ts'
import { groupsKnown } from './groupsKnown.ts'
import { lightsKnown } from './lightsKnown.ts'
import { mechanismsKnown } from './mechanismsKnown.ts'
import { writersKnown } from './writersKnown.ts'

export function pictureKnown(eyes: Eyes): Frame {
  const { world, mechanisms } = eyes.ctx
  const { actor } = eyes.known
  const whole = frameOf(world, 0, mechanisms)
  const groups = groupsKnown(eyes)
  const multiMaster = whole.multiMaster && writersKnown(eyes, whole.multiMaster.choices)
  return {
    at: whole.at,
    events: 0,
    cluster: whole.cluster,
    actors: whole.actors,
    zones: whole.zones.map(zone => ({ ...zone, isOut: false })),
    nodes: whole.nodes.map(node => nodeKnown(node, actor)),
    groups,
    volume: volumeKnown(eyes, whole.volume, groups),
    instances: whole.instances.map(its => instanceKnown(eyes, its)),
    applications: whole.applications.map((its, index) => applicationKnown(eyes, its, index)),
    links: [],
    faults: whole.faults.filter(({ target }) => target === actor),
    lights: lightsKnown(eyes, groups),
    caption: captionKnown(eyes, groups, multiMaster),
    hint: { key: 'known.hint', parameters: { actor } },
    glowing: null,
    lawsBroken: 0,
    multiMaster,
    ...mechanismsKnown(eyes, whole, groups),
    totals: { committed: 0, lost: 0, resent: 0, hedged: 0, messages: 0 },
  }
}

/** A crash, a slow disk and a cut link are seen by nobody from afar. */
function nodeKnown(node: StorageNodeView, actor: string): StorageNodeView {
  if (node.id === actor) return { ...node, isReachable: true }
  return { ...node, isUp: true, isReachable: true, slowFactor: 1 }
}

/** The log points are those of its own memory. */
function volumeKnown(
  { ctx: { world }, actor, known }: Eyes,
  whole: VolumeView,
  groups: GroupView[],
): VolumeView {
  const highest = Math.max(0, ...groups.map(({ lastLsn }) => lastLsn))
  const { truncations } = whole
  const told = {
    epoch: known.epoch,
    vdl: known.vdl ?? 0,
    truncations: truncations.filter(({ epoch }) => epoch <= known.epoch),
  }
  const writer = world.multiMaster?.writers[actor]
  if (writer) return { ...points, ...told, vcl: writer.vcl, highestLsn: writer.nextLsn - 1 }
  if (!known.reckonsQuorum) return { ...points, ...told, highestLsn: highest }
  const { memory } = world.instances[actor]!
  const limit = Math.max(memory.vdl, memory.newestRangeEnd)
  return {
    ...told,
    vcl: memory.vcl,
    highestLsn: memory.nextLsn - 1,
    allocationLimit: limit + world.parameters['storage.lsnAllocationLimit'],
    lowestReadPoint: whole.lowestReadPoint,
  }
}

const points = { vcl: 0, allocationLimit: 0, lowestReadPoint: 0, truncations: [] }

/** Of another instance it knows that it exists; who writes since a promotion, with its epoch. */
function instanceKnown({ ctx: { world }, known }: Eyes, view: InstanceView): InstanceView {
  if (view.id === known.actor) return view
  const isToldOfAll = world.multiMaster !== null || known.epoch >= world.volume.epoch
  const before = world.setup.instances.find(({ id }) => id === view.id)
  return {
    id: view.id,
    zone: view.zone,
    role: isToldOfAll ? view.role : (before?.role ?? view.role),
    status: 'open',
    ...{ cpuPpm: 0, queued: 0, parkedCommits: 0, oldestParkedAt: null, opening: null },
    cachedPages: 0,
    bufferPoolPages: view.bufferPoolPages,
  }
}

/** What its users feel it tells nobody. */
function applicationKnown(
  { ctx: { world } }: Eyes,
  { id, route }: ApplicationView,
  index: number,
): ApplicationView {
  const on = world.setup.workload[index]?.on ?? ''
  return {
    id,
    on,
    route,
    ...{ sessions: 0, thinking: 0, waiting: 0, reconnecting: 0, oldestWaitingAt: null },
    ...{ lastLatencyMicros: null, lastAnswerAt: null, answered: 0, lost: 0, lastError: null },
    ...{ errors: 0, retried: 0, downMicros: 0, feels: 'idle' },
  }
}
