/** An administrator wakes an instance that is paused; it then stays awake for a while. Rule S8. */
import type { Facts } from '../../contract/facts.ts'
import type { Context } from '../context.ts'
import { wake } from './resume.ts'
import type { Capacity } from './serverless.ts'

export function wakeByAdmin(
  ctx: Context,
  capacity: Capacity,
  because: Facts['ResumeBegan']['because'],
): void {
  const { world } = ctx
  const { 'serverlessV2.adminAwake': awake, 'serverlessV2.resume': resume } = world.parameters
  capacity.awakeUntil = world.now + resume + awake
  wake(ctx, capacity, because)
}
