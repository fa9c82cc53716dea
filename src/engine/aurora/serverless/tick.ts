/**
 * Once a second an instance reads its load, sets its target, grows or shrinks, and reports; what it
 * reports is billed. Asleep it only looks whether demand has come. Rules S3 and S8.
 */
import { type EventRecord, schedule } from '../../kernel/eventQueue.ts'
import type { Context } from '../context.ts'
import type { World } from '../world.ts'
import { countIo } from './countIo.ts'
import { commandBehind, noteAsked } from './commandBehind.ts'
import { fitInstance } from './fitInstance.ts'
import { watchPause } from './pause.ts'
import { rampOf } from './rampOf.ts'
import { noteNeed, readLoad } from './readLoad.ts'
import { mostOf, regulate } from './regulate.ts'
import { report } from './report.ts'
import { wake } from './resume.ts'
import { watchStop } from './stopCluster.ts'
import { watchHost, limitOf } from './hosts.ts'
import { watchMemory } from './watchMemory.ts'
import type { Because, Capacity } from './serverless.ts'
import { serverlessEventKind } from './serverlessEventKind.ts'
import { settleMeter } from './settleMeter.ts'

const secondMicros = 1_000_000

export function tick(ctx: Context, { subject }: EventRecord): void {
  const { world } = ctx
  const capacity = world.serverless!.capacities[subject]
  if (!capacity) return
  schedule(world.queue, world.now + secondMicros, serverlessEventKind.tick, subject)
  settleMeter(world)
  readLoad(world, capacity)
  if (subject === 0) {
    countIo(world)
    watchStop(ctx)
  }
  if (capacity.state === 'paused') wakeForDemand(ctx, capacity)
  else if (world.instances[capacity.instance]!.status === 'open') breathe(ctx, capacity)
}

/** Sessions wake it by asking; a fluid demand by being there. */
function wakeForDemand(ctx: Context, capacity: Capacity): void {
  const { demands } = ctx.world.serverless!
  const caller = demands.find(({ instance, level }) => instance === capacity.instance && level > 0)
  if (!caller) return
  ctx.cause = caller.fact
  wake(ctx, capacity, 'connection')
}

function breathe(ctx: Context, capacity: Capacity): void {
  noteNeed(ctx.world, capacity)
  if (capacity.state === 'active') {
    if (watchMemory(ctx, capacity)) return
    control(ctx, capacity)
    watchHost(ctx, capacity)
  }
  watchPause(ctx, capacity)
  fitInstance(ctx.world, capacity)
}

function control(ctx: Context, capacity: Capacity): void {
  const { world } = ctx
  const { min } = world.serverless!
  const max = Math.min(world.serverless!.max, limitOf(world, capacity))
  const holdMicros = world.parameters['serverlessV2.holdDown']
  const most = mostOf(capacity.need)
  const before = capacity.exact
  regulate(capacity, most, { min, max, holdMicros }, rampOf(world))
  if (capacity.exact !== before) {
    const because = (capacity.exact > before ? whyGrown : whyShrunk)(world, capacity)
    const { rangeFact } = world.serverless!
    const since = capacity.exact > before ? capacity.enough : capacity.scarce
    capacity.fact = because === 'range' ? rangeFact : commandBehind(world, capacity, since)
    report(ctx, capacity, because)
  }
  noteAsked(world, capacity)
}

function whyGrown({ serverless }: World, { binding, reported }: Capacity): Because {
  return binding === 'floor' && reported < serverless!.min ? 'range' : binding
}

function whyShrunk({ serverless }: World, { exact, connections }: Capacity): Because {
  if (exact > serverless!.max) return 'range'
  return connections === 0 ? 'idle' : 'hold'
}
