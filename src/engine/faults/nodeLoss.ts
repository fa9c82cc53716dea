/**
 * A storage node is lost for good with its disk (2017 §2.1); its copies have to be made anew.
 * Healed, an empty node stands in its place. Rules M11, M14.
 */
import type { Context } from '../aurora/context.ts'
import { loseDisk } from '../aurora/membership/loseDisk.ts'
import type { ActiveFault } from '../contract/faults.ts'
import type { FaultEntry } from './faultEntry.ts'
import { switchNodes } from './switchPower.ts'

export const nodeLoss: FaultEntry = {
  fault: 'NodeLoss',
  target: 'node',
  parameters: [],
  isOfSingleMaster: true,
  inject: lose,
  heal: switchNodes,
}

function lose(ctx: Context, { target }: ActiveFault): void {
  const { cause } = ctx
  switchNodes(ctx)
  ctx.cause = cause
  const node = ctx.world.nodes.findIndex(({ id }) => id === target)
  loseDisk(ctx, node)
}
