/** Why a reader, or with several writers a writer, was behind: its worst apply, or none. */
import { lagCurve } from '../../aurora/failover/lagCurve.ts'
import type { World } from '../../aurora/world.ts'
import type { Cause } from '../../contract/cause.ts'
import { faultBehindInstance, faultBehindLink } from '../faultBehind.ts'
import { step } from '../step.ts'
import { inForce } from './inStretch.ts'
import type { PointAsked } from './pointAsked.ts'

export function whyLagThen({ world, tally }: PointAsked, name: string): Cause[] {
  const index = world.instances.findIndex(({ id }) => id === name)
  if (index < 0) return []
  if (world.multiMaster) return whyBehindOthers(world, index)
  const stream = world.failover?.streams[index]
  const applied = tally.applied[name]
  if (stream === undefined) return []
  if (applied === undefined) return [...silent(world, name, index), ...struck(world, index)]
  const { lagMicros, vdl } = applied.parameters
  const more = { at: applied.at, fact: applied.id, subject: `instance:${name}` }
  const parameters = { instance: name, lagMicros, vdl }
  return [
    step(0, { key: 'why.point.lag', parameters }, more),
    curve(world),
    ...struck(world, index),
  ]
}

/** F2: as measured, and what is longer is the wait for its own queue or for the network. */
function curve({ failover }: World): Cause {
  const { rate } = failover!
  const parameters = { writes: rate, curveMicros: lagCurve(rate) }
  return step(1, { key: 'why.point.lagCurve', parameters })
}

function silent(world: World, instance: string, index: number): Cause[] {
  const { behindSince } = world.failover!.streams[index]!
  const subject = `instance:${instance}`
  if (behindSince < 0) {
    const said = { key: 'why.point.nothingToApply', parameters: { instance } }
    return [step(0, said, { tone: 'good', subject })]
  }
  const parameters = { instance, behindMicros: world.now - behindSince }
  const more = { tone: 'bad', at: behindSince, subject } as const
  return [step(0, { key: 'why.point.notApplied', parameters }, more)]
}

/** What is broken between the writer and it, or at itself. */
function struck(world: World, index: number): Cause[] {
  const { id, actor } = world.instances[index]!
  const writer = world.instances[world.failover!.writer]!
  const fault = faultBehindInstance(world, index) ?? faultBehindLink(world, writer.actor, actor)
  if (fault === null) return inForce(world, id)
  const parameters = { fault: fault.fault, target: fault.target, sinceAt: fault.since }
  const more = { tone: 'bad', at: fault.since } as const
  return [step(1, { key: 'why.point.inForce', parameters }, more)]
}

/** It has yet to apply this change of another writer. */
function whyBehindOthers(world: World, index: number): Cause[] {
  const { writers } = world.multiMaster!
  const instance = world.instances[index]!.id
  const own = writers[index]!
  const found = writers.flatMap((source, from) => {
    const oldest = source.stream[own.applied[from]! + 1 - source.firstPlace]
    return from === index || oldest === undefined ? [] : [{ from, oldest }]
  })
  const [worst] = found.sort((one, other) => one.oldest.at - other.oldest.at)
  const subject = `instance:${instance}`
  if (worst === undefined) {
    const said = { key: 'why.point.nothingToApply', parameters: { instance } }
    return [step(0, said, { tone: 'good', subject })]
  }
  const { at, fact } = worst.oldest
  const of = world.instances[worst.from]!.id
  const parameters = { instance, of, lagMicros: world.now - at }
  const head = step(0, { key: 'why.point.behindWriter', parameters }, { at, fact, subject })
  return [head, ...inForce(world, instance), ...inForce(world, of)]
}
