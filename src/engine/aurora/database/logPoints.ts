/**
 * The points of the log, all bookkeeping of the writer and without any consensus. PGCL: up to
 * here a write set of the group has everything. VCL: up to here every record of the volume is
 * durable, found by walking the log, not as the least PGCL. VDL: the highest consistency
 * point at or below VCL. 2017 §4.1, 2018 §2.3; rules L4, L5.
 */
import { type Context, skipFact, tell, touchInstance } from '../context.ts'
import { nthComplete } from '../storage/quorum.ts'
import { recordFlag, rowOf } from '../storage/redoLog.ts'
import type { WriterMemory } from '../instance.ts'
import type { World } from '../world.ts'

/** A member's SCL was heard of and has risen. Returns whether VDL moved. */
export function advancePoints(ctx: Context, instance: number, group: number): boolean {
  const { world } = ctx
  const { memory } = world.instances[instance]!
  const known = memory.groups[group]!
  const pgcl = nthComplete(world.groups[group]!.write, known.sclSeen)
  if (pgcl <= known.pgcl) return false
  known.pgcl = pgcl
  touchInstance(ctx, instance)
  ctx.cause = ctx.isListening
    ? tell(ctx, 'PgclAdvanced', { group: world.groups[group]!.id, pgcl })
    : skipFact(ctx)
  known.pgclFact = ctx.cause
  const { vcl, vdl } = memory
  walkLog(world, memory)
  if (memory.vcl > vcl) tellVcl(ctx, memory.vcl)
  if (memory.vdl > vdl) tellVdl(ctx, memory.vdl)
  return memory.vdl > vdl
}

/** L4, L5: goes on over durable records and stops before the first that is not. */
export function walkLog(world: World, memory: WriterMemory): void {
  const { log } = world
  const { groups } = memory
  const first = Math.max(memory.vclOrdinal + 1, log.first)
  for (let ordinal = first; ordinal < log.next; ordinal++) {
    const row = rowOf(log, ordinal)
    const flags = log.flags[row]!
    if ((flags & recordFlag.annulled) === 0) {
      if (log.lsn[row]! > groups[log.group[row]!]!.pgcl) break
      memory.vcl = log.lsn[row]!
      if ((flags & recordFlag.consistencyPoint) !== 0) reachConsistency(world, memory, ordinal)
    }
    memory.vclOrdinal = ordinal
  }
}

/** VDL comes to this record, and with it the read point of each group whose records it passes. */
function reachConsistency(world: World, memory: WriterMemory, upTo: number): void {
  const { log } = world
  const first = Math.max(memory.vdlOrdinal + 1, log.first)
  for (let ordinal = first; ordinal <= upTo; ordinal++) {
    const row = rowOf(log, ordinal)
    if ((log.flags[row]! & recordFlag.annulled) !== 0) continue
    memory.groups[log.group[row]!]!.durableLsn = log.lsn[row]!
  }
  memory.vdl = log.lsn[rowOf(log, upTo)]!
  memory.vdlOrdinal = upTo
}

function tellVcl(ctx: Context, vcl: number): void {
  ctx.cause = ctx.isListening ? tell(ctx, 'VclAdvanced', { vcl }) : skipFact(ctx)
}

function tellVdl(ctx: Context, vdl: number): void {
  ctx.cause = ctx.isListening ? tell(ctx, 'VdlAdvanced', { vdl }) : skipFact(ctx)
}
