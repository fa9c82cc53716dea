/**
 * Single calls: a log-in with a wrong password, a Data API call, and what an administrator does. A
 * connection attempt of any kind wakes an instance; the Data API answers at once that it is
 * resuming; a snapshot is of the volume and wakes nobody. Rule S15.
 */
import type { Reason } from '../../contract/commands.ts'
import type { V2Answer, V2Call } from '../../contract/serverlessV2.ts'
import { type Context, tell } from '../context.ts'
import type { Given, Verb } from '../mechanism.ts'
import type { World } from '../world.ts'
import { wakeByAdmin } from './wakeByAdmin.ts'
import { wake } from './resume.ts'
import type { Capacity } from './serverless.ts'

export const callCluster: Verb<'CallCluster'> = {
  validate: validateCall,
  give(ctx, { call, instance }) {
    const { world } = ctx
    const index = indexOf(world, instance)
    const { id } = world.instances[index]!
    const capacity = world.serverless!.capacities.find(its => its.instance === index)
    const { cause } = ctx
    ctx.cause = tell(ctx, 'CallAnswered', {
      call,
      instance: id,
      answer: answerOf(world, capacity, call),
    })
    if (capacity && !world.serverless!.v2?.stop) wakeBy(ctx, capacity, call)
    ctx.cause = cause
  },
}

function validateCall(
  { instances, serverless }: World,
  given: Given<'CallCluster'>,
): Reason | null {
  const { instance } = given
  if (serverless!.capacities.length === 0) return { key: 'reason.v2Only', parameters: {} }
  if (instance === undefined || instances.some(({ id }) => id === instance)) return null
  return { key: 'reason.unknownInstance', parameters: { instance } }
}

/** Left out: the writer. */
function indexOf({ instances }: World, instance: string | undefined): number {
  return instances.findIndex(({ id, role }) =>
    instance === undefined ? role === 'writer' : id === instance,
  )
}

function answerOf({ serverless }: World, capacity: Capacity | undefined, call: V2Call): V2Answer {
  if (serverless!.v2?.stop) return 'stopped'
  const isResuming = capacity?.state === 'paused' || capacity?.state === 'resuming'
  if (isResuming && (call === 'wrongPassword' || call === 'dataApi')) return 'resuming'
  return call === 'wrongPassword' ? 'refused' : 'done'
}

function wakeBy(ctx: Context, capacity: Capacity, call: V2Call): void {
  if (call === 'snapshot' || (capacity.state !== 'paused' && capacity.state !== 'pausing')) return
  if (call === 'wrongPassword' || call === 'dataApi') wake(ctx, capacity, call)
  else wakeByAdmin(ctx, capacity, call)
}
