/** Why a copy is complete or not: what it holds and lacks, and whether its node can be reached. */
import { completeBits } from '../aurora/status/completeBits.ts'
import { lacking } from '../aurora/frame/lacking.ts'
import { findRecord } from '../aurora/storage/findRecord.ts'
import { nextForSegment } from '../aurora/storage/chain.ts'
import { isKept, rowOf } from '../aurora/storage/redoLog.ts'
import type { ProtectionGroup, Segment, World } from '../aurora/world.ts'
import type { Cause } from '../contract/cause.ts'
import { step } from './step.ts'
import { whyLacking } from './whyLacking.ts'
import { nodeState } from './whyNode.ts'

export function whySegment(world: World, name: string): Cause[] | null {
  for (const group of world.groups) {
    const segment = group.segments.find(({ id }) => id === name)
    if (segment) return whyThis(world, group, segment)
  }
  return null
}

function whyThis(world: World, group: ProtectionGroup, segment: Segment): Cause[] {
  const isComplete = ((completeBits(world, group) >>> segment.slot) & 1) === 1
  const { behind, holes } = lacking(world.log, group, segment)
  const { id, scl } = segment
  const subject = `segment:${id}`
  const first = isComplete
    ? step(
        0,
        { key: 'why.segment.complete', parameters: { segment: id, scl, group: group.id } },
        { tone: 'good', subject },
      )
    : step(
        0,
        {
          key: 'why.segment.behind',
          parameters: { segment: id, scl, behind, holes, last: group.tipLsn },
        },
        { tone: 'bad', subject },
      )
  return [first, ...nodeState(world, segment.node, 1), ...missing(world, group, segment)]
}

/** The record that keeps its SCL from rising, and why it is not there. */
function missing(world: World, group: ProtectionGroup, segment: Segment): Cause[] {
  const { log } = world
  if (segment.scl < group.baseLsn) {
    const parameters = { segment: segment.id }
    return [step(1, { key: 'why.segment.older', parameters }, { tone: 'bad' })]
  }
  const next = nextForSegment(log, group, segment)
  if (next < 0 || !isKept(log, next)) return []
  const lsn = log.lsn[rowOf(log, next)]!
  return [whyLacking(world, segment, findRecord(log, lsn), 1)]
}
