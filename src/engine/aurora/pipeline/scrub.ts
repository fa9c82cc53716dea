/**
 * Step 8: every `storage.scrubPeriod` a node reads all pages of its segments, one after the other,
 * and compares their checksums (2017 §3.3). It learns of a damaged page when it comes to it, not
 * before. Rules P8, P9.
 */
import type { Micros } from '../../contract/units.ts'
import { skipFact, tell } from '../context.ts'
import type { Context } from '../mechanism.ts'
import { timeOn } from '../storage/persist.ts'
import { tailBits } from '../storage/quorumSets.ts'
import type { World } from '../world.ts'
import { isTurn, nextTurn } from './boundary.ts'
import { findCorrupt } from './findCorrupt.ts'
import { seenLane } from './laneOf.ts'
import { firstPageOf, pagesOfGroup } from './pagesOfGroup.ts'
import type { CorruptPage } from './pipeline.ts'

/** Begins, ends, and finds what lies behind it by now. */
export function scrubNode(ctx: Context, node: number): void {
  const { world } = ctx
  const work = world.pipeline!.nodes[node]!
  if (work.scrub) findUpTo(ctx, node)
  if (work.scrub && work.scrub.endsAt <= world.now) endScrub(ctx, node)
  if (work.scrub || work.scrubbedAt === world.now || world.nodes[node]!.hosts.length === 0) return
  if (isTurn(world, node, world.parameters['storage.scrubPeriod'])) beginScrub(world, node)
}

function beginScrub(world: World, node: number): void {
  const pages = pageCount(world, node)
  const endsAt = world.now + pages * pageMicros(world, node)
  world.pipeline!.nodes[node]!.scrub = { startedAt: world.now, endsAt, pages }
}

function endScrub(ctx: Context, node: number): void {
  const { world } = ctx
  const work = world.pipeline!.nodes[node]!
  const { pages, startedAt } = work.scrub!
  work.scrub = null
  work.scrubs++
  work.scrubbedAt = world.now
  const tookMicros = world.now - startedAt
  if (ctx.isListening) tell(ctx, 'NodeScrubbed', { node: world.nodes[node]!.id, pages, tookMicros })
  else skipFact(ctx)
}

/** When the scrub begins, ends or comes to the next damaged page. */
export function nextScrubWork(world: World, node: number): Micros {
  const { scrub } = world.pipeline!.nodes[node]!
  if (world.nodes[node]!.hosts.length === 0) return Infinity
  if (!scrub) return nextTurn(world, node, world.parameters['storage.scrubPeriod'], world.now)
  let at = scrub.endsAt
  forEachUnfound(world, node, (_, foundAt) => {
    if (foundAt > world.now) at = Math.min(at, foundAt)
  })
  return at
}

function findUpTo(ctx: Context, node: number): void {
  const due: [host: number, page: number][] = []
  forEachUnfound(ctx.world, node, ({ page }, foundAt, host) => {
    if (foundAt <= ctx.world.now) due.push([host, page])
  })
  for (const [host, page] of due) findCorrupt(ctx, host, page, 'scrub')
}

type Look = (corrupt: CorruptPage, foundAt: Micros, host: number) => void

/** Pages that were damaged after the scrub had passed them are found by the next one. */
function forEachUnfound(world: World, node: number, look: Look): void {
  const { startedAt } = world.pipeline!.nodes[node]!.scrub!
  let passed = 0
  for (const host of world.nodes[node]!.hosts) {
    const group = host >>> 3
    const lane = seenLane(world, world.groups[group]!.segments[host & 7]!)
    for (const corrupt of lane?.corrupt ?? []) {
      const place = passed + corrupt.page - firstPageOf(world, group) + 1
      const foundAt = startedAt + place * pageMicros(world, node)
      if (corrupt.foundAt === 0 && foundAt >= corrupt.since) look(corrupt, foundAt, host)
    }
    passed += pagesOn(world, host)
  }
}

function pageCount(world: World, node: number): number {
  return world.nodes[node]!.hosts.reduce((sum, host) => sum + pagesOn(world, host), 0)
}

/** A tail keeps none. */
function pagesOn(world: World, host: number): number {
  const isTail = ((tailBits(world, host >>> 3) >>> (host & 7)) & 1) === 1
  return isTail ? 0 : pagesOfGroup(world, host >>> 3)
}

function pageMicros(world: World, node: number): Micros {
  return timeOn(world.nodes[node]!, world.parameters['storage.pageRead'])
}
