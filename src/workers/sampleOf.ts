/**
 * What the chart notes at the end of each bin beside commits, once it has been loaded: how long
 * each application has been without service, how far readers and writers are behind, how far the
 * log is ahead of what is durable, and what a bill is made of.
 */
import { usedBy } from '../engine/answers.ts'
import type { Simulation } from '../engine/index.ts'
import type { Sample } from './chart.ts'

type World = Simulation['world']

export function sampleOf({ world }: Simulation): Sample {
  const { multiMaster } = world
  return {
    down: downOf(world),
    lag: lagOf(world),
    ahead: aheadOf(world),
    ...(multiMaster && { aheadOf: multiMaster.writers.map(beyondVdl) }),
    used: usedBy(world),
  }
}

function downOf({ applications, now }: World): number[] {
  return applications.map(({ downMicros, downSince }) =>
    downSince < 0 ? downMicros : downMicros + now - downSince,
  )
}

/** By instance; one that follows nobody is never behind. */
function lagOf(world: World): number[] {
  const { instances, failover, multiMaster, now } = world
  return instances.map(({ role }, index) => {
    if (multiMaster) return behindOthers(world, index)
    const stream = role === 'reader' ? failover?.streams[index] : undefined
    if (stream === undefined) return 0
    const { lagMicros, behindSince } = stream
    return behindSince < 0 ? lagMicros : Math.max(lagMicros, now - behindSince)
  })
}

/** The age of the oldest change of another writer that is still to be applied here. */
function behindOthers({ multiMaster, now }: World, index: number): number {
  const { writers } = multiMaster!
  const own = writers[index]!
  const ages = writers.map((source, from) => {
    if (from === index || own.status !== 'online') return 0
    const oldest = source.stream[own.applied[from]! + 1 - source.firstPlace]
    return oldest ? now - oldest.at : own.lag[from]!
  })
  return Math.max(0, ...ages)
}

function beyondVdl({ nextLsn, vdl }: { nextLsn: number; vdl: number }): number {
  return Math.max(0, nextLsn - 1 - vdl)
}

/** Null with several writers, each of which has a log of its own. */
function aheadOf({ instances, multiMaster }: World): Sample['ahead'] {
  const writer = instances.find(({ role }) => role === 'writer')
  if (multiMaster || writer === undefined) return null
  const { vcl, vdl, nextLsn } = writer.memory
  return { written: beyondVdl({ nextLsn, vdl }), complete: Math.max(0, vcl - vdl) }
}
