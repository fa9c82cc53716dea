/**
 * The buffer pool: pages cached in frames, replaced by CLOCK. A page is never written back: it
 * may leave only once its latest change is durable, pageLSN <= VDL, and is then simply dropped
 * (2017 §4.2.3, whose printed inequality is inverted; 2018 §3.1). CLOCK is an assumption.
 * Rules D6 and D7.
 */
import type { Lsn } from '../../contract/units.ts'
import type { BufferPool, WriterMemory } from '../instance.ts'

export function createBufferPool(pageCount: number, frameCount: number): BufferPool {
  return {
    frameOfPage: new Int32Array(pageCount).fill(-1),
    pageOfFrame: new Int32Array(frameCount).fill(-1),
    lsnOfFrame: new Float64Array(frameCount),
    isReferenced: new Uint8Array(frameCount),
    hand: 0,
    used: 0,
  }
}

export function dropCache(memory: WriterMemory): void {
  const { frameOfPage, pageOfFrame } = memory.pool
  memory.pool = createBufferPool(frameOfPage.length, pageOfFrame.length)
}

/** A warm cache holds the first pages, as many as fit (*assumption*). */
export function warmUp(pool: BufferPool): void {
  const pages = Math.min(pool.frameOfPage.length, pool.pageOfFrame.length)
  for (let page = 0; page < pages; page++) putInFrame(pool, page, page)
  pool.used = pages
}

/** Whether the page is cached; if so, it counts as used just now. */
export function touchPage(pool: BufferPool, page: number): boolean {
  const frame = pool.frameOfPage[page]!
  if (frame < 0) return false
  pool.isReferenced[frame] = 1
  return true
}

/** Keeps a page that came from storage; false when no frame may be given up. */
export function cachePage(pool: BufferPool, page: number, vdl: Lsn): boolean {
  if (pool.frameOfPage[page]! >= 0) return true
  const frame = pool.used < pool.pageOfFrame.length ? pool.used++ : evictPage(pool, vdl)
  if (frame < 0) return false
  putInFrame(pool, page, frame)
  return true
}

function putInFrame(pool: BufferPool, page: number, frame: number): void {
  pool.frameOfPage[page] = frame
  pool.pageOfFrame[frame] = page
  pool.lsnOfFrame[frame] = 0
  pool.isReferenced[frame] = 1
}

/** Frees the frame of a page not used of late whose changes are durable; -1 = there is none. */
function evictPage(pool: BufferPool, vdl: Lsn): number {
  const frames = pool.pageOfFrame.length
  for (let looked = 0; looked < frames * 2; looked++) {
    const frame = pool.hand
    pool.hand = frame + 1 === frames ? 0 : frame + 1
    if (pool.isReferenced[frame] === 1) pool.isReferenced[frame] = 0
    else if (pool.lsnOfFrame[frame]! <= vdl) return leaveFrame(pool, frame)
  }
  return -1
}

function leaveFrame(pool: BufferPool, frame: number): number {
  pool.frameOfPage[pool.pageOfFrame[frame]!] = -1
  return frame
}

/** The page was changed by the record with this LSN. */
export function notePageChange(pool: BufferPool, page: number, lsn: Lsn): void {
  const frame = pool.frameOfPage[page]!
  if (frame >= 0) pool.lsnOfFrame[frame] = lsn
}
