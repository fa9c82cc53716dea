/** What keeps the safe point below what has been written. */
import { firstAboveVcl } from '../../aurora/frame/groupHoldingBack.ts'
import { writerIndex } from '../../aurora/status/reachability.ts'
import { rowOf } from '../../aurora/storage/redoLog.ts'
import type { World } from '../../aurora/world.ts'
import type { Cause } from '../../contract/cause.ts'
import { step } from '../step.ts'
import { whyPoints } from '../whyPoints.ts'
import { whyRecord } from '../whyRecord.ts'
import type { PointAsked } from './pointAsked.ts'
import { deeper } from './whyCommitsThen.ts'

export function whyAheadThen({ world }: PointAsked, name: string): Cause[] {
  if (world.multiMaster) return whyAheadOf(world, name)
  const writer = world.instances[writerIndex(world)]
  if (writer === undefined) return []
  const { vcl, vdl, nextLsn } = writer.memory
  const parameters = { instance: writer.id, written: nextLsn - 1 - vdl, complete: vcl - vdl, vdl }
  if (parameters.written <= 0) return [allDurable(writer.id, vdl)]
  const head = step(0, { key: 'why.point.ahead', parameters }, { subject: `instance:${writer.id}` })
  return [head, ...whyPoints(world, Math.max(vcl, vdl) + 1, 1), ...waitedFor(world)]
}

function allDurable(instance: string, vdl: number): Cause {
  const more = { tone: 'good', subject: `instance:${instance}` } as const
  return step(0, { key: 'why.point.allDurable', parameters: { instance, vdl } }, more)
}

function waitedFor(world: World): Cause[] {
  const ordinal = firstAboveVcl(world)
  if (ordinal < 0) return []
  return deeper(whyRecord(world, world.log.lsn[rowOf(world.log, ordinal)]!, 0) ?? [])
}

/** Each writer has a log and points of its own: VCL waits for changes without a verdict. */
function whyAheadOf(world: World, name: string): Cause[] {
  const index = world.instances.findIndex(({ id }) => id === name)
  const writer = world.multiMaster!.writers[index]
  if (writer === undefined) return []
  const { vcl, vdl, nextLsn } = writer
  const parameters = { instance: name, written: nextLsn - 1 - vdl, complete: vcl - vdl, vdl }
  if (parameters.written <= 0) return [allDurable(name, vdl)]
  const open = writer.log.find(({ lsn, state }) => lsn > vcl && state === 'tentative')
  const head = step(0, { key: 'why.point.ahead', parameters }, { subject: `instance:${name}` })
  if (open === undefined) return [head]
  const { lsn, page, proposal } = open
  const said = { key: 'why.point.tentative', parameters: { instance: name, lsn, page, proposal } }
  return [head, step(1, said, { tone: 'bad', subject: `proposal:${proposal}` })]
}
