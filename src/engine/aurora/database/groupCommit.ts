/**
 * When a box leaves: Aurora starts the network operation with its first record and waits for
 * nobody; classic group commit, here to compare with, waits until the box is full or its time is
 * up, and so keeps commits waiting most when there is least to do (2018 §2.2). Rules L9, L19.
 */
import type { Micros } from '../../contract/units.ts'
import type { WriterGroup } from '../instance.ts'
import { rowOf } from '../storage/redoLog.ts'
import type { World } from '../world.ts'

/** A record has joined the box: after how long to look whether it leaves; -1 = that is known. */
export function fillBox({ parameters }: World, { boxCount }: WriterGroup): Micros {
  const isFirst = boxCount === 1
  if (parameters['storage.groupCommit'] === 0) {
    return isFirst ? parameters['storage.boxcarStart'] : -1
  }
  if (boxCount === parameters['storage.groupCommitRecords']) return 0
  return isFirst ? parameters['storage.groupCommitTimeout'] : -1
}

/** L19: a box that left because it was full leaves a timer behind that means nothing any more. */
export function isBoxDue({ parameters, log, now }: World, box: WriterGroup): boolean {
  if (parameters['storage.groupCommit'] === 0) return true
  if (box.boxCount === 0) return false
  const openedAt = log.writtenAt[rowOf(log, box.boxFirst)]!
  const isFull = box.boxCount >= parameters['storage.groupCommitRecords']
  return isFull || now >= openedAt + parameters['storage.groupCommitTimeout']
}
