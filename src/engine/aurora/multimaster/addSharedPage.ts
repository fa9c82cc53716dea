/**
 * Pages that tables get while the cluster runs: every copy has such a page from its first version
 * on, and only its maker has it cached. Rule T24.
 */
import type { Context } from '../context.ts'
import type { World } from '../world.ts'
import { hold } from './mmCache.ts'
import { mmOf } from './mmPlaces.ts'
import type { MultiMaster } from './multiMaster.ts'

/** Tables of pages grow by so many at once, or by a quarter. */
const fewest = 64

/** T24: a page of version 1 that nobody has yet. */
export function addSharedPage(ctx: Context, writer: number): number {
  const { world } = ctx
  const mm = mmOf(world)
  const page = mm.sharedPages++
  if (page >= mm.pages.version.length) growTo(world, mm, page + 1)
  hold(ctx, writer, page, 1)
  return page
}

function growTo(world: World, mm: MultiMaster, pages: number): void {
  const before = mm.pages.version.length
  const size = Math.max(pages, before + fewest, before + Math.floor(before / 4))
  const ints = (old: Int32Array, rest: number) => grown(old, new Int32Array(size).fill(rest))
  const floats = (old: Float64Array, rest: number) => grown(old, new Float64Array(size).fill(rest))
  world.pageRecords = ints(world.pageRecords, 0)
  mm.versions = mm.versions.map(copy => ints(copy, 1))
  mm.tentatives = mm.tentatives.map(copy => ints(copy, 0))
  mm.versionFacts = mm.versionFacts.map(copy => floats(copy, 0))
  Object.assign(mm.pages, {
    version: ints(mm.pages.version, 1),
    lastWriter: grown(mm.pages.lastWriter, new Int8Array(size).fill(-1)),
    lastProposal: ints(mm.pages.lastProposal, 0),
    acceptedAt: floats(mm.pages.acceptedAt, 0),
    touchedAt: floats(mm.pages.touchedAt, -1),
  })
  for (const writer of mm.writers) {
    writer.cache = ints(writer.cache, 0)
    writer.staleSince = floats(writer.staleSince, 0)
  }
}

function grown<Column extends Float64Array | Int32Array | Int8Array>(
  before: Column,
  bigger: Column,
): Column {
  bigger.set(before)
  return bigger
}
