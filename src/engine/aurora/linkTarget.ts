/**
 * A link as people write it: one way `w1>node-b1`, both ways `w1<>node-b1`; each end is an actor
 * or a whole zone; `network` is every link between machines. Read as pairs of actor numbers.
 */
import { zoneOfActor } from './createWorld.ts'
import type { World } from './world.ts'
import type { ActiveFault } from '../contract/faults.ts'
import type { TargetId } from '../contract/ids.ts'

export interface OneWay {
  from: number
  to: number
}

interface LinkEnds {
  one: string
  other: string
  isBothWays: boolean
}

const form = /^([^<>]+)(<>|>)([^<>]+)$/

export function linkEnds(target: TargetId): LinkEnds | null {
  const match = form.exec(target)
  return match && { one: match[1]!, other: match[3]!, isBothWays: match[2] === '<>' }
}

/** Two ways of writing one link give one text. */
export function canonicalTarget(target: TargetId): string {
  const ends = linkEnds(target)
  if (!ends?.isBothWays || ends.one < ends.other) return target
  return `${ends.other}<>${ends.one}`
}

/** Actor numbers of an end: one actor, or all of a zone; none when there is no such thing. */
export function actorsOf(world: World, end: string): number[] {
  const zone = world.zones.findIndex(({ id }) => id === end)
  if (zone >= 0) return world.actors.flatMap((_, actor) => actorInZone(world, actor, zone))
  const actor = world.actors.indexOf(end)
  return actor < 0 ? [] : [actor]
}

function actorInZone(world: World, actor: number, zone: number): number[] {
  return zoneOfActor(world, actor) === zone ? [actor] : []
}

export function linksOfTarget(world: World, target: TargetId | 'network'): OneWay[] {
  if (target === 'network') return machineLinks(world)
  const ends = linkEnds(target)
  if (!ends) return []
  const ones = actorsOf(world, ends.one)
  const others = actorsOf(world, ends.other)
  const there = pairs(ones, others)
  return ends.isBothWays ? [...there, ...pairs(others, ones)] : there
}

/** A zone is cut off from the other zones, a dispatcher from all storage nodes (P14, P16). */
export function linksCutBy(world: World, { fault, target }: ActiveFault): OneWay[] {
  if (fault === 'LinkCut') return linksOfTarget(world, target)
  if (fault === 'ZoneIsolation') {
    const others = world.zones.filter(({ id }) => id !== target)
    return others.flatMap(({ id }) => linksOfTarget(world, `${target}<>${id}`))
  }
  if (fault !== 'DispatcherCrash') return []
  return world.nodes.flatMap(({ id }) => linksOfTarget(world, `${target}<>${id}`))
}

function machineLinks(world: World): OneWay[] {
  const machines = world.actors.flatMap((_, actor) => (zoneOfActor(world, actor) < 0 ? [] : actor))
  return pairs(machines, machines)
}

function pairs(froms: number[], tos: number[]): OneWay[] {
  return froms.flatMap(from => tos.filter(to => to !== from).map(to => ({ from, to })))
}
