/**
 * The three lights as one actor can say them. A writer counts those that are neither silent nor
 * suspected: it may be wrong. Whoever counts no quorum has nothing to say of them.
 */
import type { Frame, GroupView, Light } from '../../contract/frame.ts'
import { bitCount, neededCount } from '../../aurora/storage/quorum.ts'
import { type Eyes, nodeOf } from './eyes.ts'

export function lightsKnown(eyes: Eyes, groups: GroupView[]): Frame['lights'] {
  const { known } = eyes
  const status = nodeOf(eyes) < 0 ? statusOf(eyes) : 'open'
  if (!known.reckonsQuorum || status === 'down') return allOf(light('waiting', 'unknown', {}))
  if (status !== 'open') return allOf(light('waiting', 'opening', { actor: known.actor }))
  return {
    dataSafe: countLight(known.actor, 'data', worstOf(groups, 'readQuorum')),
    commits: countLight(known.actor, 'commits', worstOf(groups, 'writeQuorum')),
    reads: readsLight(eyes, groups),
  }
}

export function statusOf({ ctx: { world }, actor }: Eyes): string {
  const { status } = world.instances[actor]!
  const writer = world.multiMaster?.writers[actor]?.status
  if (writer === undefined || writer === 'online') return status
  return writer === 'offline' ? 'down' : 'opening'
}

function light(state: Light['state'], key: string, parameters: Light['phrase']['parameters']) {
  return { state, phrase: { key: `known.light.${key}`, parameters } }
}

function allOf(its: Light): Frame['lights'] {
  return { dataSafe: its, commits: its, reads: its }
}

type Quorum = 'readQuorum' | 'writeQuorum'

/** The group of which the fewest answer. */
export function worstOf(groups: GroupView[], which: Quorum): GroupView[Quorum] & { group: string } {
  const weight = (group: GroupView) =>
    (group[which].isMet ? 8 : 0) + bitCount(group[which].reachable)
  const worst = groups.reduce((least, its) => (weight(its) < weight(least) ? its : least))
  return { ...worst[which], group: worst.id }
}

function countLight(actor: string, key: string, quorum: ReturnType<typeof worstOf>): Light {
  const { expression, reachable, isMet, group } = quorum
  const parameters = {
    actor,
    group,
    answering: bitCount(reachable),
    needed: neededCount(expression),
  }
  return light(isMet ? 'on' : 'waiting', `${key}.${isMet ? 'on' : 'wait'}`, parameters)
}

/** A copy that told an SCL at or above the read point of its group. */
function readsLight(eyes: Eyes, groups: GroupView[]): Light {
  const { world } = eyes.ctx
  const { actor } = eyes.known
  const memory = world.multiMaster ? null : world.instances[eyes.actor]!.memory
  const isServed = groups.every(({ segments, writeQuorum }, group) => {
    const point = memory?.groups[group]?.durableLsn ?? 0
    return segments.some(({ scl }, slot) => scl >= point && (writeQuorum.reachable >>> slot) & 1)
  })
  return light(isServed ? 'on' : 'waiting', `reads.${isServed ? 'on' : 'wait'}`, { actor })
}
