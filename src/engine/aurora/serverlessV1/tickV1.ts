/**
 * Once a second it reads the load, counts what is billed, and goes on with its state: measures and
 * decides, looks for a scaling point, falls asleep, or looks whether it is called. Rules E3–E11.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import type { Context } from '../context.ts'
import { countIo } from '../serverless/countIo.ts'
import { fitInstance } from '../serverless/fitInstance.ts'
import { readLoad } from '../serverless/readLoad.ts'
import { settleMeter } from '../serverless/settleMeter.ts'
import { decide } from './decide.ts'
import { isGone } from './isGone.ts'
import { partsOf } from './partsOf.ts'
import { watchIdle } from './watchIdle.ts'
import { wake } from './resumeV1.ts'
import { lookForPoint } from './search.ts'
import { v1EventKind } from './v1EventKind.ts'

const secondMicros = 1_000_000

export function tickV1(ctx: Context): void {
  const { world } = ctx
  const { v1, capacity, instance } = partsOf(world)
  schedule(world.queue, world.now + secondMicros, v1EventKind.tick, 0)
  settleMeter(world)
  readLoad(world, capacity)
  countIo(world)
  if (isGone(world)) return
  if (v1.state === 'paused') wakeForDemand(ctx)
  if (instance.status !== 'open') return
  watchIdle(ctx)
  if (v1.state === 'running') decide(ctx)
  else if (v1.state === 'searching') lookForPoint(ctx)
  if (capacity.exact > 0) fitInstance(world, capacity)
}

/** Sessions wake it by asking; a fluid demand by being there. */
function wakeForDemand(ctx: Context): void {
  const caller = ctx.world.serverless!.demands.find(({ level }) => level > 0)
  if (!caller) return
  ctx.cause = caller.fact
  wake(ctx, 'connection')
}
