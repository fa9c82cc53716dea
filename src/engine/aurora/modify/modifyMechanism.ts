/** Changing a cluster while it runs, as a mechanism beside the core. Rules Z. */
import { schedule } from '../../kernel/eventQueue.ts'
import type { Context } from '../context.ts'
import type { Mechanism } from '../mechanism.ts'
import { countIo } from '../serverless/countIo.ts'
import { settleMeter } from '../serverless/settleMeter.ts'
import { createModify } from './createModify.ts'
import { modifyEventKind } from './modifyEventKind.ts'
import { modifyVerbs } from './modifyVerbs.ts'
import { goOnWithPlan } from './runPlan.ts'
import { noteStarted, startDue } from './startPlace.ts'
import { viewModify } from './viewModify.ts'

const secondMicros = 1_000_000

export const modifyMechanism: Mechanism = {
  create(world) {
    world.modify = createModify(world)
    schedule(world.queue, world.now + secondMicros, modifyEventKind.tick, 0)
  },
  receivers: {},
  timers: { [modifyEventKind.tick]: tick, [modifyEventKind.start]: startDue },
  verbs: modifyVerbs,
  view: viewModify,
}

/** Where no instance is serverless, nobody else brings the meter up to date. */
function tick(ctx: Context): void {
  const { world } = ctx
  schedule(world.queue, world.now + secondMicros, modifyEventKind.tick, 0)
  settleMeter(world)
  if (world.serverless!.capacities.length === 0) countIo(world)
  for (let index = 0; index < world.instances.length; index++) noteStarted(ctx, index)
  goOnWithPlan(ctx, secondMicros)
}
