/**
 * Progress after healing: when no fault is in force, a writer opens, a commit that waits is
 * acknowledged, one held back finds room and a page read is answered, within a bound. The bound
 * follows from what may still be under way: resends, disk writes, gossip, a restart. A network
 * that loses half of everything by itself promises nothing, nor do nodes whose background work is
 * off: without gossip a hole may stay for good.
 */
import type { Context } from '../aurora/context.ts'
import { peekSlot } from '../aurora/database/slotRing.ts'
import { patienceMicros } from '../aurora/failover/patienceMicros.ts'
import { writerIndex } from '../aurora/status/reachability.ts'
import type { Instance } from '../aurora/instance.ts'
import type { World } from '../aurora/world.ts'
import type { Micros } from '../contract/units.ts'
import type { Broken, Law } from './law.ts'

const id = 'progressAfterHealing'
const leastMicros = 5_000_000
const halfOfAll = 500_000
/** Events; what is measured in seconds need not be asked at each of them. */
const lookedAtEvery = 16
/** Sixteen is a power of two: whole numbers above 2^30 divide slowly. */
const lookedAtMask = lookedAtEvery - 1
const readsLookedAtEvery = 1024

interface Progress {
  boundMicros: Micros
  openBoundMicros: Micros
  /** Since when no fault has been in force and the same commit has waited first. */
  since: Micros
  /** LSN of the commit that waits first; 0 = none. */
  lsn: number
  /** Since when no fault has been in force and no writer has been open. */
  closedSince: Micros
  /** Since when no fault has been in force and a writer has been open. */
  calmSince: Micros
  /** Since when neither VDL nor the highest LSN has moved although somebody is held back. */
  heldSince: Micros
  vdl: number
  nextLsn: number
}

export const progressAfterHealing: Law<Progress> = {
  id,
  rule: 'K6',
  watches: 'always',
  remember(world) {
    const boundMicros = boundOf(world)
    const { parameters } = world
    const openBoundMicros =
      parameters['instance.restart'] + parameters['failover.recover'] + takeoverMicros(world)
    return {
      boundMicros,
      openBoundMicros: openBoundMicros + 4 * boundMicros,
      since: world.now,
      lsn: 0,
      closedSince: world.now,
      calmSince: world.now,
      heldSince: world.now,
      vdl: 0,
      nextLsn: 0,
    }
  },
  after({ world }: Context, progress) {
    return (world.eventCount & lookedAtMask) === 0 ? check(world, progress) : null
  },
  sweep: check,
}

/** With readers: until the writer counts as lost, and the reader has changed its role. */
function takeoverMicros(world: World): Micros {
  if (!world.failover) return 0
  return patienceMicros(world) + world.parameters['failover.roleChange']
}

function boundOf({ parameters }: World): Micros {
  const crossing = parameters['network.crossAzOneWay'] * parameters['network.tailFactor']
  const round = parameters['network.resendMax'] + parameters['storage.persist'] + 4 * crossing
  const gossip = 4 * parameters['storage.gossipPeriod']
  return Math.max(leastMicros, 20 * round + gossip + parameters['storage.boxcarStart'])
}

function check(world: World, progress: Progress): Broken | null {
  const writer = world.instances[writerIndex(world)]
  const { faults, parameters } = world
  const isKept = parameters['network.loss'] < halfOfAll && parameters['storage.background'] === 1
  const isCalm = faults.length === 0 && isKept
  if (!isCalm || !writer || writer.status === 'paused') {
    progress.closedSince = world.now
    beginAnew(progress, world.now)
    return null
  }
  if (writer.status !== 'open') {
    beginAnew(progress, world.now)
    return checkOpening(world, writer, progress)
  }
  progress.closedSince = world.now
  return (
    checkCommits(world, writer, progress) ??
    checkHeldBack(world, writer, progress) ??
    checkReads(world, progress)
  )
}

/** Nothing is owed for the time before now. */
function beginAnew(progress: Progress, now: Micros): void {
  progress.since = now
  progress.calmSince = now
  progress.heldSince = now
}

/** E11, E12, Z4, Z13: what is done on purpose says itself how long it takes. */
function checkOpening(world: World, { id: instance }: Instance, progress: Progress): Broken | null {
  const { endsAt = 0 } = world.modify?.places[writerIndex(world)] ?? {}
  const promisedAt = Math.max(world.serverless?.v1?.endsAt ?? 0, endsAt)
  const waitedMicros = world.now - Math.max(progress.closedSince, promisedAt)
  const { openBoundMicros: boundMicros } = progress
  if (waitedMicros <= boundMicros) return null
  const parameters = { instance, waitedMicros, boundMicros }
  return { law: id, key: `law.${id}.notOpen`, parameters }
}

function checkCommits(world: World, { memory }: Instance, progress: Progress): Broken | null {
  const { parked, transactions } = memory
  const first = parked.count > 0 ? transactions.commitLsn[peekSlot(parked)]! : 0
  if (first === 0 || first !== progress.lsn) {
    progress.lsn = first
    progress.since = world.now
    return null
  }
  return late(world.now - progress.since, progress)
}

function checkHeldBack(world: World, { memory }: Instance, progress: Progress): Broken | null {
  const { blocked, vdl, nextLsn } = memory
  if (blocked.count === 0 || vdl !== progress.vdl || nextLsn !== progress.nextLsn) {
    progress.vdl = vdl
    progress.nextLsn = nextLsn
    progress.heldSince = world.now
    return null
  }
  return late(world.now - progress.heldSince, progress)
}

/** At readers too. */
function checkReads(world: World, progress: Progress): Broken | null {
  if (world.eventCount % readsLookedAtEvery !== 0) return null
  let oldest = world.now
  for (const { status, memory } of world.instances) {
    if (status === 'open') oldest = Math.min(oldest, oldestRead(memory, world.now))
  }
  return late(world.now - Math.max(oldest, progress.calmSince), progress)
}

function oldestRead({ reads }: Instance['memory'], now: Micros): Micros {
  let oldest = now
  for (let slot = 0; reads.count > 0 && slot < reads.number.length; slot++) {
    if (reads.number[slot] !== 0) oldest = Math.min(oldest, reads.startedAt[slot]!)
  }
  return oldest
}

function late(waitedMicros: Micros, { boundMicros }: Progress): Broken | null {
  if (waitedMicros <= boundMicros) return null
  return { law: id, key: `law.${id}`, parameters: { waitedMicros, boundMicros } }
}
