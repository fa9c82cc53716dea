/**
 * An instance becomes serverless, or provisioned again: it gets a capacity with a control loop, at
 * the least it may have, or loses it (*assumption*). The range stays stored. Rules Z4 and S1.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import type { Context } from '../context.ts'
import { createCapacity, createCpuShare } from '../serverless/createServerless.ts'
import { dropFixed } from '../serverless/fixed.ts'
import { fitInstance } from '../serverless/fitInstance.ts'
import { report } from '../serverless/report.ts'
import { serverlessEventKind } from '../serverless/serverlessEventKind.ts'
import { settleMeter } from '../serverless/settleMeter.ts'

const secondMicros = 1_000_000

export function becomeServerless(ctx: Context, index: number): void {
  const { world } = ctx
  const { capacities, cpus, min, max } = world.serverless!
  settleMeter(world)
  const capacity = createCapacity(world, index, min, max)
  capacity.since = world.now
  capacity.idleSince = world.now
  capacity.reported = 0
  capacity.fact = ctx.cause
  cpus[index] = createCpuShare()
  const subject = capacities.push(capacity) - 1
  schedule(world.queue, world.now + secondMicros, serverlessEventKind.tick, subject)
  report(ctx, capacity, 'command')
  fitInstance(world, capacity)
}

/**
 * The other capacities close ranks; none of them may be falling asleep or waking. Serverless v1
 * keeps the record of its only one, at rest.
 */
export function becomeProvisioned(ctx: Context, index: number): void {
  const { world } = ctx
  const { capacities, cpus } = world.serverless!
  dropFixed(world, index)
  const at = capacities.findIndex(({ instance }) => instance === index)
  if (at < 0 || world.serverless!.v1) return
  settleMeter(world)
  const capacity = capacities[at]!
  capacity.fact = ctx.cause
  capacity.exact = 0
  report(ctx, capacity, 'command')
  capacities.splice(at, 1)
  cpus[index] = null
}
