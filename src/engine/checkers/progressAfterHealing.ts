/**
 * Progress after healing: when no fault is in force, a writer opens and a commit that waits is
 * acknowledged within a bound. The bound follows from what may still be under way: resends, disk
 * writes, gossip, a restart. A network that loses half of everything by itself promises nothing.
 */
import type { Context } from '../aurora/context.ts'
import { peekSlot } from '../aurora/database/slotRing.ts'
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

interface Progress {
  boundMicros: Micros
  openBoundMicros: Micros
  /** Since when no fault has been in force and the same commit has waited first. */
  since: Micros
  /** LSN of the commit that waits first; 0 = none. */
  lsn: number
  /** Since when no fault has been in force and no writer has been open. */
  closedSince: Micros
}

export const progressAfterHealing: Law<Progress> = {
  id,
  title: 'When all is healed, what waited goes on',
  rule: 'K6',
  watches: 'always',
  remember(world) {
    const boundMicros = boundOf(world)
    const { parameters } = world
    const openBoundMicros = parameters['instance.restart'] + parameters['failover.recover']
    return {
      boundMicros,
      openBoundMicros: openBoundMicros + 4 * boundMicros,
      since: world.now,
      lsn: 0,
      closedSince: world.now,
    }
  },
  after({ world }: Context, progress) {
    return world.eventCount % lookedAtEvery === 0 ? check(world, progress) : null
  },
  sweep: check,
}

function boundOf({ parameters }: World): Micros {
  const crossing = parameters['network.crossAzOneWay'] * parameters['network.tailFactor']
  const round = parameters['network.resendMax'] + parameters['storage.persist'] + 4 * crossing
  const gossip = 4 * parameters['storage.gossipPeriod']
  return Math.max(leastMicros, 20 * round + gossip + parameters['storage.boxcarStart'])
}

function check(world: World, progress: Progress): Broken | null {
  const writer = world.instances[writerIndex(world)]
  const isCalm = world.faults.length === 0 && world.parameters['network.loss'] < halfOfAll
  if (!isCalm || !writer) {
    progress.since = world.now
    progress.closedSince = world.now
    return null
  }
  if (writer.status === 'open') {
    progress.closedSince = world.now
    return checkCommits(world, writer, progress)
  }
  progress.since = world.now
  const waitedMicros = world.now - progress.closedSince
  const { openBoundMicros: boundMicros } = progress
  if (waitedMicros <= boundMicros) return null
  const parameters = { instance: writer.id, waitedMicros, boundMicros }
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
  const waitedMicros = world.now - progress.since
  if (waitedMicros <= progress.boundMicros) return null
  const parameters = { waitedMicros, boundMicros: progress.boundMicros }
  return { law: id, key: `law.${id}`, parameters }
}
