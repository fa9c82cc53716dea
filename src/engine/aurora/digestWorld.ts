/**
 * The digest: 16 hexadecimal digits over the canonical world at an instant. What laws remember is
 * not in it, nor is room to grow, nor what never changes.
 */
import { createDigest, type Digest, foldNumber, foldPlain, hex16 } from '../kernel/digest.ts'
import { foldNetwork, foldQueue } from '../kernel/machineDigest.ts'
import { type RedoLog, rowOf } from './storage/redoLog.ts'
import type { World } from './world.ts'

export function digestWorld(world: World): string {
  const { queue, network, log, setup, parameters, sql, ...rest } = world
  const digest = createDigest()
  foldPlain(digest, { ...rest, name: setup.name, seed: setup.seed, parameters })
  if (sql !== null) foldPlain(digest, sql)
  foldQueue(digest, queue, network)
  foldNetwork(digest, network)
  foldLog(digest, log)
  return hex16(digest)
}

function foldLog(digest: Digest, log: RedoLog): void {
  foldNumber(digest, log.first)
  foldNumber(digest, log.next)
  for (let ordinal = log.first; ordinal < log.next; ordinal++) {
    const row = rowOf(log, ordinal)
    foldNumber(digest, log.lsn[row]!)
    foldNumber(digest, log.group[row]!)
    foldNumber(digest, log.page[row]!)
    foldNumber(digest, log.transaction[row]!)
    foldNumber(digest, log.flags[row]! * 256 + log.heldBy[row]!)
    foldNumber(digest, log.previousInGroup[row]!)
    foldNumber(digest, log.nextInGroup[row]!)
    foldNumber(digest, log.writtenAt[row]!)
  }
}
