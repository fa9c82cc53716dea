/** The verdict on a group of a typed session goes to whoever asked for it, in the same event. */
import type { Context } from '../context.ts'
import type { MmProposal } from './multiMaster.ts'

interface How {
  isAccepted: boolean
  /** Its writer died before the verdict, and the members decided. */
  isOrphaned: boolean
}

export function tellTyped(ctx: Context, proposal: MmProposal, how: How): void {
  const { slot, writer, number, transaction, reason, lsn, cause, page, base, found } = proposal
  const winner = ctx.world.instances[proposal.winner]?.id ?? ''
  const decided = { ...how, owner: slot, writer, proposal: number, transaction, reason, lsn }
  const conflict = { cause, page, base, version: found, winner }
  for (const mechanism of ctx.mechanisms) {
    mechanism.groupDecided?.(ctx, { ...decided, ...conflict })
  }
}
