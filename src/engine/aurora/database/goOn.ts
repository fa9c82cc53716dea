/** A slot without an application is work of a mechanism, such as a typed statement. */
import type { Context } from '../context.ts'

/** In the place of the number of an application. */
export const noApplication = -1

export function goOn(ctx: Context, instance: number, txn: number): void {
  for (const mechanism of ctx.mechanisms) mechanism.goOn?.(ctx, instance, txn)
}
