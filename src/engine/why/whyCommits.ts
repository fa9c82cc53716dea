/** Why commits flow, wait or stand still. */
import { situationOf, type Situation } from '../aurora/frame/situation.ts'
import { oldestParkedAt } from '../aurora/frame/viewInstances.ts'
import { peekSlot } from '../aurora/database/slotRing.ts'
import { waitingCount } from '../aurora/status/waitingCount.ts'
import { bitCount } from '../aurora/storage/quorum.ts'
import type { Instance } from '../aurora/instance.ts'
import type { World } from '../aurora/world.ts'
import type { Cause } from '../contract/cause.ts'
import type { Fact } from '../contract/facts.ts'
import { step } from './step.ts'
import { absenceOf } from './whyNode.ts'
import { whyInstance } from './whyInstance.ts'
import { whyRecord } from './whyRecord.ts'

export function whyCommits(world: World, facts: Fact[]): Cause[] {
  const situation = situationOf(world)
  const { writer, worst } = situation
  if (writer?.status !== 'open') return withoutWriter(world, writer, facts)
  if (!worst.isWritable) return withoutQuorum(situation)
  const { blocked, parked } = writer.memory
  if (blocked.count > 0) return [heldBack(world, blocked.count), ...oldest(world, writer, 1)]
  if (parked.count > 0) return inFlight(world, writer)
  if (writer.commits === 0) return [step(0, { key: 'why.commits.none', parameters: {} })]
  const parameters = { reachable: bitCount(worst.reachable), needed: worst.needed }
  return [step(0, { key: 'why.commits.flow', parameters }, { tone: 'good' })]
}

function stalled(world: World) {
  const { stalledSince, stallFact } = world.status
  return { tone: 'bad', at: stalledSince, fact: stallFact === 0 ? null : stallFact } as const
}

function withoutWriter(world: World, writer: Instance | null, facts: Fact[]): Cause[] {
  const instance = writer?.id ?? ''
  const parameters = { instance, waiting: waitingCount(world) }
  const first = step(0, { key: 'why.commits.noWriter', parameters }, stalled(world))
  const reasons = whyInstance(world, instance, facts) ?? []
  return [first, ...reasons.map(reason => ({ ...reason, depth: reason.depth + 1 }))]
}

function withoutQuorum({ world, worst }: Situation): Cause[] {
  const { group, reachable, needed } = worst
  const counts = { reachable: bitCount(reachable), needed, waiting: waitingCount(world) }
  const parameters = { group: group.id, ...counts }
  const first = step(0, { key: 'why.commits.noWriteQuorum', parameters }, stalled(world))
  const absent = group.segments.map(({ node }) => absenceOf(world, node, 1))
  return [first, ...absent.filter(cause => cause !== null)]
}

function heldBack(world: World, waiting: number): Cause {
  const limit = world.parameters['storage.lsnAllocationLimit']
  return step(0, { key: 'why.commits.heldBack', parameters: { waiting, limit } }, { tone: 'bad' })
}

function inFlight(world: World, writer: Instance): Cause[] {
  const waiting = writer.memory.parked.count
  const oldestMicros = world.now - (oldestParkedAt(world, writer.memory) ?? world.now)
  const parameters = { waiting, oldestMicros }
  return [step(0, { key: 'why.commits.inFlight', parameters }), ...oldest(world, writer, 1)]
}

/** The commit that has waited longest. */
function oldest(world: World, { memory }: Instance, depth: number): Cause[] {
  const { parked, transactions } = memory
  if (parked.count === 0) return []
  return whyRecord(world, transactions.commitLsn[peekSlot(parked)]!, depth) ?? []
}
