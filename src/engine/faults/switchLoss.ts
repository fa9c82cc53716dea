/**
 * How much is lost on a link follows from the network's usual loss and the faults in force. Each
 * is a cause of its own, so what passes all of them is what arrives (*assumption*, rule N9).
 * The links of clients lose nothing (rule N5).
 */
import type { Context } from '../aurora/context.ts'
import { zoneOfActor } from '../aurora/createWorld.ts'
import type { World } from '../aurora/world.ts'
import type { FaultKind } from '../contract/faults.ts'
import type { TargetId } from '../contract/ids.ts'
import type { Ppm } from '../contract/units.ts'
import { linkOf, setLoss } from '../kernel/network.ts'
import { linksOfTarget, type OneWay } from '../aurora/linkTarget.ts'

const everything = 1_000_000

export function switchLoss(ctx: Context): void {
  const { world } = ctx
  resetLoss(world)
  for (const { fault, target, ratioPpm } of world.faults) {
    for (const { from, to } of lossyLinks(world, fault, target)) {
      addLoss(world, from, to, ratioPpm ?? 0)
    }
  }
  ctx.touched.hasTopologyChanged = true
  for (const mechanism of ctx.mechanisms) mechanism.linksChanged?.(ctx)
}

/** A blocked reader hears nothing of what other instances send to it. */
function lossyLinks(world: World, fault: FaultKind, target: TargetId): OneWay[] {
  if (fault === 'PacketLoss') return linksOfTarget(world, target)
  if (fault !== 'ReplicaFailure') return []
  const others = world.instances.filter(({ id }) => id !== target)
  return others.flatMap(({ id }) => linksOfTarget(world, `${id}>${target}`))
}

function resetLoss(world: World): void {
  for (const { from, to } of linksOfTarget(world, 'network')) {
    setLoss(world.network, from, to, world.parameters['network.loss'])
  }
}

function addLoss(world: World, from: number, to: number, ratioPpm: Ppm): void {
  if (zoneOfActor(world, from) < 0 || zoneOfActor(world, to) < 0) return
  const { network } = world
  const passes = everything - network.lossPpm[linkOf(network, from, to)]!
  const rest = Math.floor((passes * (everything - ratioPpm)) / everything)
  setLoss(network, from, to, everything - rest)
}
