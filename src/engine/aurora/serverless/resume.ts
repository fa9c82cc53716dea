/**
 * Waking up: the first connection, or a command, begins a resume; requests wait until it is open.
 * It comes back small, whatever it had before, and with a full allowance. The time of the resume
 * is not billed. Rule S8.
 */
import type { Facts } from '../../contract/facts.ts'
import { type EventRecord, schedule } from '../../kernel/eventQueue.ts'
import { free } from '../../kernel/network.ts'
import { type Context, tell, touchInstance } from '../context.ts'
import { applicationOf } from '../database/answerClient.ts'
import { messageNumber } from '../messageNumber.ts'
import { coreReceivers } from '../receiveMessage.ts'
import type { World } from '../world.ts'
import { refusesRequest } from './admission.ts'
import { nothingAsked } from './commandBehind.ts'
import { fitInstance } from './fitInstance.ts'
import { groupOf, isWithWriter } from './groups.ts'
import { isAwaited } from './impatience.ts'
import { cancelPause, enter } from './pause.ts'
import { resumeMicroAcu } from './ramp.ts'
import { rampOf } from './rampOf.ts'
import { leastOf } from './regulate.ts'
import { report } from './report.ts'
import type { Capacity } from './serverless.ts'
import { serverlessEventKind } from './serverlessEventKind.ts'
import { settleMeter } from './settleMeter.ts'
import { isStopped, refusesStopped } from './isStopped.ts'

const dayMicros = 86_400_000_000

type Trigger = Facts['ResumeBegan']['because']

/** The writer's group wakes first, and with any reader. */
export function wake(ctx: Context, capacity: Capacity, because: Trigger): void {
  const { world } = ctx
  const { cause } = ctx
  if (isStopped(world)) return
  const isAlone = !isWithWriter(world, capacity.instance)
  const writer = world.serverless!.capacities.find(({ instance }) => isWithWriter(world, instance))
  for (const one of writer ? groupOf(world, writer) : []) {
    ctx.cause = cause
    stir(ctx, one, because, 0)
  }
  ctx.cause = cause
  if (isAlone) stir(ctx, capacity, because, world.parameters['serverlessV2.readerResumeExtra'])
}

function stir(ctx: Context, capacity: Capacity, because: Trigger, extraMicros: number): void {
  if (capacity.state === 'pausing') cancelPause(ctx, capacity, ctx.cause || capacity.fact)
  else if (capacity.state === 'paused') beginResume(ctx, capacity, because, extraMicros)
}

export function beginResume(
  ctx: Context,
  capacity: Capacity,
  because: Trigger,
  extraMicros: number,
): void {
  const { world } = ctx
  settleMeter(world)
  const instance = world.instances[capacity.instance]!
  const isDeep = world.now - capacity.since > dayMicros
  const micros = world.parameters[isDeep ? 'serverlessV2.resumeDeep' : 'serverlessV2.resume']
  enter(world, capacity, 'resuming')
  if (capacity.impatient) capacity.impatient = []
  instance.status = 'resuming'
  capacity.fact = tell(ctx, 'ResumeBegan', { instance: instance.id, because, isDeep })
  const subject = world.serverless!.capacities.indexOf(capacity)
  const at = world.now + micros + extraMicros
  schedule(world.queue, at, serverlessEventKind.resumed, subject, capacity.turn)
  touchInstance(ctx, capacity.instance)
}

export function resumed(ctx: Context, { subject, detail }: EventRecord): void {
  const { world } = ctx
  const capacity = world.serverless!.capacities[subject]!
  if (capacity.turn !== detail) return
  settleMeter(world)
  const instance = world.instances[capacity.instance]!
  const tookMicros = world.now - capacity.since
  instance.status = 'open'
  openSmall(world, capacity)
  const acu = capacity.exact / 1_000_000
  ctx.cause = capacity.fact
  capacity.fact = tell(ctx, 'InstanceResumed', { instance: instance.id, acu, tookMicros })
  capacity.enough = nothingAsked(world, world.serverless!, capacity.fact)
  capacity.scarce = capacity.enough
  report(ctx, capacity, 'resume')
  fitInstance(world, capacity)
  touchInstance(ctx, capacity.instance)
  ctx.touched.hasTopologyChanged = true
  admitWaiting(ctx, capacity)
}

export function openSmall(world: World, capacity: Capacity): void {
  const { min, max } = world.serverless!
  enter(world, capacity, 'active')
  capacity.exact = Math.max(leastOf(min), Math.min(resumeMicroAcu, max))
  capacity.target = capacity.exact
  capacity.tokens = rampOf(world).burst
  capacity.lowMicros = 0
  capacity.idleSince = world.now
  capacity.quietSince = -1
  capacity.toldBlockers = ''
}

/** What has waited is received now, in order of arrival. */
function admitWaiting(ctx: Context, capacity: Capacity): void {
  const { messages } = ctx.world.network
  const { waiting } = capacity
  capacity.waiting = []
  for (const slot of waiting) {
    ctx.cause = messages.cause[slot]!
    if (isAwaited(ctx.world, slot)) {
      coreReceivers[messageNumber.Request]!(ctx, capacity.instance, slot)
    }
    free(ctx.world.network, slot)
  }
}

/** A request reaches an instance: asleep or waking it keeps it, and wakes. */
export function receiveRequest(ctx: Context, actor: number, slot: number): boolean {
  if (refusesStopped(ctx, actor, slot)) return false
  const capacity = ctx.world.serverless!.capacities.find(({ instance }) => instance === actor)
  if (capacity && isAsleep(capacity)) wakeForRequest(ctx, capacity, slot)
  if (capacity && refusesRequest(ctx, capacity, slot)) return false
  if (capacity?.state !== 'resuming') {
    return coreReceivers[messageNumber.Request]!(ctx, actor, slot)
  }
  capacity.waiting.push(slot)
  return true
}

/** S8: a console that connects wakes it as well. */
export function connectionAsked(ctx: Context, index: number): void {
  const capacity = ctx.world.serverless!.capacities.find(({ instance }) => instance === index)
  if (capacity && isAsleep(capacity)) wake(ctx, capacity, 'connection')
}

function isAsleep({ state }: Capacity): boolean {
  return state === 'pausing' || state === 'paused'
}

/** S12: whoever brought the session that asks. */
function wakeForRequest(ctx: Context, capacity: Capacity, slot: number): void {
  const { cause, world } = ctx
  ctx.cause = cause || world.serverless!.workloadFacts[applicationOf(world, slot)]!
  wake(ctx, capacity, 'connection')
  ctx.cause = cause
}
