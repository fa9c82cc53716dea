/**
 * What a box carries when it leaves: transactions by their commit records, rows by the ends of
 * their mini-transactions; to compare with what else would cross the network (2017 §3.1, §3.2).
 * Rule L21.
 */
import { recordFlag, rowOf } from '../storage/redoLog.ts'
import type { WriterGroup } from '../instance.ts'
import type { World } from '../world.ts'

export function countRedo({ log, redoSent }: World, { boxFirst, boxCount }: WriterGroup): void {
  redoSent.batches++
  redoSent.records += boxCount
  let ordinal = boxFirst
  for (let counted = 0; counted < boxCount; counted++) {
    const row = rowOf(log, ordinal)
    const flags = log.flags[row]!
    if ((flags & recordFlag.commit) !== 0) redoSent.transactions++
    else if ((flags & recordFlag.consistencyPoint) !== 0) redoSent.rows++
    ordinal = log.nextInGroup[row]!
  }
}
