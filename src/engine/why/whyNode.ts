/** Why a storage node is as it is, and what that means for the groups of which it has a copy. */
import { isSatisfied, bitCount, neededCount } from '../aurora/storage/quorum.ts'
import { uncountedBits } from '../aurora/storage/quorumSets.ts'
import { reachableBits, writerIndex } from '../aurora/status/reachability.ts'
import type { World } from '../aurora/world.ts'
import type { Cause } from '../contract/cause.ts'
import { faultBehindLink, faultBehindNode } from './faultBehind.ts'
import { step } from './step.ts'

const usualSpeed = 1_000_000

export function whyNode(world: World, name: string): Cause[] | null {
  const index = world.nodes.findIndex(({ id }) => id === name)
  if (index < 0) return null
  return [
    ...nodeState(world, index, 0),
    ...slowness(world, index),
    ...hosted(world, index),
    ...groupEffects(world, index),
  ]
}

/** Runs, has no power since, or cannot be reached since. */
export function nodeState(world: World, index: number, depth: number): Cause[] {
  const { id: node, zone, hosts, isUp } = world.nodes[index]!
  const subject = `node:${node}`
  const absence = absenceOf(world, index, depth)
  if (absence) return [absence]
  if (!isUp) return []
  if (hosts.length === 0) {
    return [step(depth, { key: 'why.node.spare', parameters: { node } }, { subject })]
  }
  const parameters = { node, zone: world.zones[zone]!.id, copies: hosts.length }
  return [step(depth, { key: 'why.node.up', parameters }, { tone: 'good', subject })]
}

/** Null when the writer reaches it. */
export function absenceOf(world: World, index: number, depth: number): Cause | null {
  const { id: node, isUp } = world.nodes[index]!
  const fault = isUp ? faultBetween(world, index) : faultBehindNode(world, index)
  if (!fault) return null
  const key = isUp ? 'why.node.cut' : 'why.node.down'
  const parameters = { node, fault: fault.fault, target: fault.target }
  return step(depth, { key, parameters }, { tone: 'bad', at: fault.since, subject: `node:${node}` })
}

function faultBetween(world: World, index: number) {
  const writer = world.instances[writerIndex(world)]
  if (!writer) return null
  const { actor } = world.nodes[index]!
  return faultBehindLink(world, writer.actor, actor) ?? faultBehindLink(world, actor, writer.actor)
}

function slowness(world: World, index: number): Cause[] {
  const { id: node, slowPpm } = world.nodes[index]!
  if (slowPpm === usualSpeed) return []
  const fault = world.faults.find(
    ({ fault: kind, target }) => (kind === 'SlowNode' || kind === 'HotNode') && target === node,
  )
  const parameters = { node, factor: slowPpm / usualSpeed }
  const at = fault?.since ?? null
  return [step(1, { key: 'why.node.slow', parameters }, { tone: 'bad', at })]
}

function hosted(world: World, index: number): Cause[] {
  const { id: node, hosts } = world.nodes[index]!
  if (hosts.length === 0) return []
  const segments = hosts.map(host => world.groups[host >>> 3]!.segments[host & 7]!.id)
  return [step(1, { key: 'why.node.hosts', parameters: { node, segments } })]
}

function groupEffects(world: World, index: number): Cause[] {
  return world.nodes[index]!.hosts.map(host => groupEffect(world, host >>> 3))
}

function groupEffect(world: World, index: number): Cause {
  const group = world.groups[index]!
  const bits = reachableBits(world, group, writerIndex(world))
  const canWrite = isSatisfied(group.write, bits & ~uncountedBits(world, index))
  const counts = { reachable: bitCount(bits), needed: neededCount(group.write) }
  const parameters = { group: group.id, ...counts, canWrite }
  return step(
    1,
    { key: 'why.node.groupEffect', parameters },
    { tone: canWrite ? 'good' : 'bad', subject: `group:${group.id}` },
  )
}
