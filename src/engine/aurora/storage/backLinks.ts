/**
 * Three links lead back from a record (2018 §2.2), each to the one before it: in the volume, to
 * rebuild the volume's metadata if it were lost; in the protection group, for a segment to find its
 * gaps; of the block, to make one page out of its changes alone. All skip what recovery has
 * annulled. The log keeps the group's link; the other two follow from the order of its records and
 * their pages. Rule L20.
 */
import type { Lsn } from '../../contract/units.ts'
import type { World } from '../world.ts'
import { isAnnulled, isKept, type RedoLog, rowOf } from './redoLog.ts'

/** LSNs; 0 = the log keeps none. */
export interface BackLinks {
  volume: Lsn
  group: Lsn
  block: Lsn
}

export function backLinks({ log }: World, ordinal: number): BackLinks {
  const row = rowOf(log, ordinal)
  return {
    volume: lsnOf(
      log,
      previous(log, ordinal, () => true),
    ),
    group: lsnOf(log, log.previousInGroup[row]!),
    block: lsnOf(
      log,
      previous(log, ordinal, other => log.page[other] === log.page[row]),
    ),
  }
}

/** Ordinal of the newest record before, of those with this property that count. */
function previous(log: RedoLog, ordinal: number, isWanted: (row: number) => boolean): number {
  let before = ordinal - 1
  while (isKept(log, before) && (isAnnulled(log, before) || !isWanted(rowOf(log, before)))) {
    before--
  }
  return before
}

function lsnOf(log: RedoLog, ordinal: number): Lsn {
  return isKept(log, ordinal) ? log.lsn[rowOf(log, ordinal)]! : 0
}
