/** A change of what is reported, on the grid, becomes a fact. Rule S3. */
import { type Context, tell } from '../context.ts'
import { mostOf, reportedOf } from './regulate.ts'
import type { Because, Capacity } from './serverless.ts'

/** The meter must have been settled before. */
export function report(ctx: Context, capacity: Capacity, because: Because): void {
  const { instances } = ctx.world
  const from = capacity.reported
  capacity.reported = reportedOf(capacity.exact)
  if (capacity.reported === from) return
  ctx.cause = capacity.fact
  tell(ctx, 'CapacityChanged', {
    instance: instances[capacity.instance]!.id,
    from: from / 1_000_000,
    acu: capacity.reported / 1_000_000,
    need: Math.floor(mostOf(capacity.need) / 10_000) / 100,
    because,
  })
}
