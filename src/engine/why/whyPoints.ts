/**
 * What the safe point waits for: VCL for a record that no write set has yet, of whatever group
 * (rule L5), VDL for the end of a mini-transaction.
 */
import { firstAboveVcl } from '../aurora/frame/groupHoldingBack.ts'
import { writerIndex } from '../aurora/status/reachability.ts'
import { bitCount, neededCount } from '../aurora/storage/quorum.ts'
import { rowOf } from '../aurora/storage/redoLog.ts'
import type { World } from '../aurora/world.ts'
import type { Cause } from '../contract/cause.ts'
import { step } from './step.ts'

export function whyPoints(world: World, lsn: number, depth: number): Cause[] {
  const { vcl, vdl } = world.instances[writerIndex(world)]!.memory
  if (lsn > vcl) return vclWaits(world, depth)
  if (lsn <= vdl) return []
  return [step(depth, { key: 'why.vdl.waitsForEnd', parameters: { vcl, vdl } })]
}

function vclWaits(world: World, depth: number): Cause[] {
  const ordinal = firstAboveVcl(world)
  if (ordinal < 0) return []
  const row = rowOf(world.log, ordinal)
  const group = world.groups[world.log.group[row]!]!
  const first = world.log.lsn[row]!
  const held = bitCount(world.log.heldBy[row]!)
  const parameters = { lsn: first, group: group.id, held, needed: neededCount(group.write) }
  return [step(depth, { key: 'why.vcl.waitsFor', parameters }, { subject: `record:${first}` })]
}
