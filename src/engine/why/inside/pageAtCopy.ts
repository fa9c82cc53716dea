/** A page as one copy has it: what is in the page itself, and the records above that. */
import { corruptAt } from '../../aurora/pipeline/corruptAt.ts'
import { tailBits } from '../../aurora/storage/quorumSets.ts'
import { rowOf } from '../../aurora/storage/redoLog.ts'
import type { Segment, World } from '../../aurora/world.ts'
import type { PageAtCopy } from '../../contract/inside.ts'
import { chainLength } from './chainsOf.ts'

/** `ordinals`: records of the page that the log keeps, oldest first. */
export function pageAtCopy(
  world: World,
  segment: Segment,
  page: number,
  ordinals: number[],
): PageAtCopy {
  const { id, group, slot } = segment
  const node = world.nodes[segment.node]!
  const keepsPages = ((tailBits(world, group) >>> slot) & 1) === 0
  return {
    segment: id,
    node: node.id,
    zone: world.zones[node.zone]!.id,
    isUp: node.isUp,
    keepsPages,
    isDamaged: corruptAt(world, segment, page) !== null,
    ...logAt(world, segment, { page, ordinals, keepsPages }),
    ...versionAt(world, slot, page),
  }
}

interface OfPage {
  page: number
  ordinals: number[]
  keepsPages: boolean
}

type LogAt = Pick<PageAtCopy, 'base' | 'above' | 'aboveCount' | 'missing'>

/** The newest records that it has are above the base; as many as its chain is long. */
function logAt(world: World, segment: Segment, of: OfPage): LogAt {
  if (world.multiMaster) return { base: 0, above: [], aboveCount: 0, missing: [] }
  const { log } = world
  const lsnOf = (ordinal: number) => log.lsn[rowOf(log, ordinal)]!
  const isHeld = (ordinal: number) =>
    ((log.heldBy[rowOf(log, ordinal)]! >>> segment.slot) & 1) === 1
  const held = of.ordinals.filter(isHeld)
  const length = of.keepsPages ? chainLength(world, segment, of.page) : held.length
  const first = Math.max(0, held.length - length)
  const base = held[first - 1]
  return {
    base: base === undefined ? 0 : lsnOf(base),
    above: held.slice(first).map(lsnOf),
    aboveCount: length,
    missing: of.ordinals.filter(ordinal => !isHeld(ordinal)).map(lsnOf),
  }
}

function versionAt(
  { multiMaster }: World,
  slot: number,
  page: number,
): Pick<PageAtCopy, 'version' | 'tentative'> {
  if (!multiMaster) return { version: 0, tentative: 0 }
  return {
    version: multiMaster.versions[slot]?.[page] ?? 0,
    tentative: multiMaster.tentatives[slot]?.[page] ?? 0,
  }
}
