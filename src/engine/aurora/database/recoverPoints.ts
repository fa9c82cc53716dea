/**
 * The points after a crash, from what a read set of every group holds. A record may have been
 * acknowledged if those that hold it, together with all that were not reached, contain a write
 * set; the recovered PGCL is the highest such record (derived: the papers print no rule).
 * VCL follows by walking the log, never from the PGCLs alone. 2018 §2.4; rules R4 and R5.
 */
import type { QuorumExpression } from '../../contract/quorum.ts'
import type { Lsn } from '../../contract/units.ts'
import { lowestAtReaders } from './lowestReadPointOf.ts'
import { isSatisfied } from '../storage/quorum.ts'
import { recordFlag, rowOf } from '../storage/redoLog.ts'
import type { Opening, WriterMemory } from '../instance.ts'
import type { World } from '../world.ts'

/** R4: `scl` counts only for the members in `reached` (bits). */
export function recoveredPgcl(
  write: QuorumExpression,
  reached: number,
  scl: ArrayLike<number>,
): Lsn {
  let best = 0
  for (let slot = 0; slot < scl.length; slot++) {
    const candidate = scl[slot]!
    if (((reached >>> slot) & 1) === 0 || candidate <= best) continue
    if (isSatisfied(write, possibleHolders(reached, scl, candidate))) best = candidate
  }
  return best
}

/** Members that hold everything up to `lsn`, and those that might, since they were not reached. */
function possibleHolders(reached: number, scl: ArrayLike<number>, lsn: Lsn): number {
  let bits = 0
  for (let slot = 0; slot < scl.length; slot++) {
    if (((reached >>> slot) & 1) === 0 || scl[slot]! >= lsn) bits |= 1 << slot
  }
  return bits
}

/** R5: VCL and VDL by a walk over the log from the oldest record kept, which is durable. */
export function recoverPoints(world: World, opening: Opening): void {
  const { log, groups } = world
  const pgcl = groups.map((group, index) =>
    recoveredPgcl(group.write, opening.promised[index]!, opening.promisedScl[index]!),
  )
  opening.vcl = groups.reduce((highest, group) => Math.max(highest, group.baseLsn), 0)
  opening.vdl = opening.vcl
  for (let ordinal = log.first; ordinal < log.next; ordinal++) {
    const row = rowOf(log, ordinal)
    if ((log.flags[row]! & recordFlag.annulled) !== 0) continue
    if (log.lsn[row]! > pgcl[log.group[row]!]!) break
    opening.vcl = log.lsn[row]!
    if ((log.flags[row]! & recordFlag.consistencyPoint) !== 0) opening.vdl = opening.vcl
  }
}

/** R8: the points with which the writer goes on: all that is kept is durable. */
export function resumeAt(world: World, memory: WriterMemory, opening: Opening): void {
  const { log, groups } = world
  memory.nextLsn = opening.rangeEnd + 1
  memory.newestRangeEnd = opening.rangeEnd
  memory.vcl = opening.vdl
  memory.vdl = opening.vdl
  memory.vclOrdinal = log.next - 1
  memory.vdlOrdinal = lastKeptOrdinal(world)
  for (let group = 0; group < groups.length; group++) {
    const known = memory.groups[group]!
    known.pgcl = groups[group]!.tipLsn
    known.durableLsn = groups[group]!.tipLsn
    known.lowestReadPoint = 0
    known.lowestReadPoint = lowestAtReaders(world, group, groups[group]!.tipLsn, known)
  }
}

/** Ordinal of the newest record that is not annulled; one below the log when there is none. */
function lastKeptOrdinal(world: World): number {
  const { log } = world
  let ordinal = log.next - 1
  while (ordinal >= log.first && (log.flags[rowOf(log, ordinal)]! & recordFlag.annulled) !== 0) {
    ordinal--
  }
  return ordinal
}
