/**
 * Pages behind those of the tables: a table that is created, rows that are added and indexes need
 * them. The volume's count of records by page and every buffer pool's map grow with them. Rule J9.
 */
import { cachePage } from '../database/bufferPool.ts'
import { poolPages } from '../database/createInstance.ts'
import { groupOfPage } from '../database/groupOfPage.ts'
import type { BufferPool } from '../instance.ts'
import type { Context } from '../mechanism.ts'
import type { World } from '../world.ts'

/** Tables of pages grow by so many at once, or by a quarter. */
const fewest = 64

/** J9: `next` is a page that nobody has; it is made room for, and returned. */
export function addPage(ctx: Context, next: number): number {
  const { world } = ctx
  if (next >= world.pageRecords.length) growTo(world, next + 1)
  while (groupOfPage(world, next) >= world.groups.length) ctx.members!.grow(ctx)
  return next
}

/** A page that is made here is cached at once, if a frame can be given up. */
export function cacheNew(world: World, instance: number, page: number): void {
  const { pool, vdl } = world.instances[instance]!.memory
  cachePage(pool, page, vdl)
}

function growTo(world: World, pages: number): void {
  const { length } = world.pageRecords
  const size = Math.max(pages, length + fewest, length + Math.floor(length / 4))
  const bigger = new Int32Array(size)
  bigger.set(world.pageRecords)
  world.pageRecords = bigger
  for (const { memory, vcpus } of world.instances) growPool(memory.pool, world, vcpus)
}

/** D6: a pool that held all pages there were has room for more of them. */
function growPool(pool: BufferPool, world: World, vcpus: number): void {
  const frameOfPage = new Int32Array(world.pageRecords.length).fill(-1)
  frameOfPage.set(pool.frameOfPage)
  pool.frameOfPage = frameOfPage
  const frames = poolPages(world, vcpus)
  if (world.serverless !== null || frames <= pool.pageOfFrame.length) return
  const pageOfFrame = new Int32Array(frames).fill(-1)
  const lsnOfFrame = new Float64Array(frames)
  const isReferenced = new Uint8Array(frames)
  pageOfFrame.set(pool.pageOfFrame)
  lsnOfFrame.set(pool.lsnOfFrame)
  isReferenced.set(pool.isReferenced)
  Object.assign(pool, { pageOfFrame, lsnOfFrame, isReferenced })
}
