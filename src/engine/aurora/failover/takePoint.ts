/**
 * A reader's view moves on: from one VDL to a later one, over whole mini-transactions, all at once.
 * It cannot work out any point by itself; with the VDL comes each group's last LSN, at which it
 * reads, and since it is told of no SCL it takes every copy to be complete until one says that it
 * is not (2018 §3.3, §3.4). Rules F1, F10, F12.
 */
import type { Lsn } from '../../contract/units.ts'
import { dropCache, notePageChange } from '../database/bufferPool.ts'
import type { WriterGroup, WriterMemory } from '../instance.ts'
import { isAnnulled, rowOf } from '../storage/redoLog.ts'
import type { World } from '../world.ts'

/** Ordinals of the records that came, up to and with the one at this VDL. */
export interface Point {
  first: number
  last: number
  vdl: Lsn
  epoch: number
}

/** F1: a reader knows nothing above the point that it shows. */
export function takePoint(world: World, memory: WriterMemory, point: Point): void {
  const { first, last, vdl, epoch } = point
  if (first > memory.vdlOrdinal + 1) joinAfresh(world, memory)
  for (let ordinal = Math.max(first, memory.vdlOrdinal + 1); ordinal <= last; ordinal++) {
    applyRecord(world, memory, ordinal)
  }
  memory.epoch = epoch
  memory.vdlOrdinal = last
  memory.vclOrdinal = last
  memory.vdl = vdl
  memory.vcl = vdl
  memory.nextLsn = vdl + 1
}

/** F12: what lies between has left the stream: of cached pages nobody can tell how old they are. */
function joinAfresh(world: World, memory: WriterMemory): void {
  dropCache(memory)
  for (let group = 0; group < world.groups.length; group++) {
    readAt(memory.groups[group]!, world.groups[group]!.baseLsn)
  }
}

/** F1: its page is changed if it is here; otherwise the record is dropped. */
function applyRecord({ log }: World, memory: WriterMemory, ordinal: number): void {
  if (ordinal < log.first || isAnnulled(log, ordinal)) return
  const row = rowOf(log, ordinal)
  notePageChange(memory.pool, log.page[row]!, log.lsn[row]!)
  readAt(memory.groups[log.group[row]!]!, log.lsn[row]!)
}

function readAt(known: WriterGroup, lsn: Lsn): void {
  if (lsn <= known.durableLsn) return
  known.durableLsn = lsn
  known.sclSeen.fill(lsn)
}
