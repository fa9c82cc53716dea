/**
 * What a frame shows of readers and promotion, and the sentence that goes with each phase. Where
 * the core's own sentence says that copies are lacking, it is the more urgent one and stays.
 */
import type { Frame, Phrase } from '../../contract/frame.ts'
import type { FailoverView } from '../../contract/failoverView.ts'
import type { InstanceId } from '../../contract/ids.ts'
import type { Micros } from '../../contract/units.ts'
import { isLinkOpen } from '../status/reachability.ts'
import { tierOf } from '../tierOf.ts'
import type { World } from '../world.ts'
import { patienceMicros } from './patienceMicros.ts'

export function viewFailover(world: World, frame: Frame): void {
  const { instances, failover } = world
  const { phase, since, lost, promoted, named, silentSince, writer } = failover!
  const nameOf = (index: number): InstanceId => instances[index]?.id ?? ''
  const isPromoting = phase !== null && phase !== 'silent'
  frame.failover = {
    readers: readersOf(world),
    phase,
    since,
    lost: silentSince >= 0 ? nameOf(writer) : isPromoting ? nameOf(lost) : '',
    promoted: isPromoting ? nameOf(promoted) : '',
    clusterEndpoint: nameOf(named),
  }
  speak(world, frame, frame.failover)
}

function readersOf(world: World): FailoverView['readers'] {
  return world.instances.flatMap(({ id, role, memory }, index) => {
    if (role !== 'reader') return []
    const tier = tierOf(world, index)
    const { isJoined, readPoint } = world.failover!.streams[index]!
    const { vdl, reads } = memory
    const lagMicros = lagOf(world, index)
    return [{ id, tier, vdl, lagMicros, isJoined, readPoint, readsWaiting: reads.count }]
  })
}

/** How old the point is that a reader shows: of the last redo, or of what it still waits for. */
export function lagOf({ failover, now }: World, index: number): Micros {
  const { lagMicros, behindSince } = failover!.streams[index]!
  return behindSince < 0 ? lagMicros : Math.max(lagMicros, now - behindSince)
}

function speak(world: World, frame: Frame, { phase, promoted, lost }: FailoverView): void {
  if (phase === null) {
    offerLoss(world, frame)
    speakOfReader(world, frame)
    return
  }
  if (isMoreUrgent(world, frame)) return
  const inMicros = Math.max(0, endOf(world) - world.now)
  const misses = world.parameters['failover.misses']
  frame.caption = {
    key: `failover.${phase}`,
    parameters: { instance: promoted, lost, inMicros, misses },
  }
  frame.hint = hintOf(world)
  frame.glowing = null
}

/** A reader that the writer cannot reach; what is said of copies is more urgent. */
function speakOfReader(world: World, frame: Frame): void {
  const { instances, failover } = world
  const { actor: writer, id: from } = instances[failover!.writer]!
  const index = instances.findIndex(
    ({ role, status, actor }) =>
      role === 'reader' && status === 'open' && !isLinkOpen(world, writer, actor),
  )
  if (index < 0 || !['caption.allSix', 'caption.gossipCut'].includes(frame.caption.key)) return
  const { id: reader } = instances[index]!
  const parameters = { reader, writer: from, lagMicros: lagOf(world, index) }
  frame.caption = { key: 'failover.readerCutOff', parameters }
}

/** Copies that are lacking, or nobody who could take over, as the core says. */
function isMoreUrgent({ failover }: World, { caption, lights }: Frame): boolean {
  if (/(AtRisk|Waits)$/.test(caption.key)) return true
  const isOpen = failover!.phase === 'updatingName' || failover!.phase === 'waitingForTtl'
  return isOpen ? lights.commits.state !== 'on' : failover!.isSuspected
}

/** When the phase is over, as far as one can know. */
function endOf(world: World): Micros {
  const { phase, since, writer } = world.failover!
  const { opening } = world.instances[writer]!.memory
  switch (phase) {
    case 'silent':
      return since + patienceMicros(world)
    case 'recovering':
      return (opening?.since ?? since) + world.parameters['failover.recover']
    case 'changingRole':
      return since + world.parameters['failover.roleChange']
    case 'updatingName':
      return since + world.parameters['endpoint.dnsUpdate']
    default:
      return since + world.parameters['endpoint.dnsTtl']
  }
}

/** Clients that are tied to one instance do not follow. */
function hintOf({ setup }: World): Phrase {
  const isFollowed = setup.workload.some(({ route }) => route === 'cluster')
  return { key: isFollowed ? 'failover.hint.watch' : 'failover.hint.tied', parameters: {} }
}

/** With all well, the loss of the writer is the next experiment. */
function offerLoss({ instances, failover }: World, frame: Frame): void {
  const reader = instances.find(({ role, status }) => role === 'reader' && status === 'open')
  if (!reader || frame.hint.key !== 'hint.clickCopy') return
  const { id: instance } = instances[failover!.writer]!
  frame.hint = { key: 'failover.hint.loseWriter', parameters: { instance, reader: reader.id } }
  frame.glowing = instance
}
