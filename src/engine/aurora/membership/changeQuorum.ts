/**
 * The command that changes the quorum model of the volume: 3 of 4 after the long loss of a zone, so
 * that one more may fail (2018 §4.1), and 4 of 6 again when it is back. Neither is safe by itself
 * (derived): going out, three of the four must hold all that is durable, or a read set of two could
 * miss it; coming back, the two that were apart count only once they have it. Rules M12, M13.
 */
import type { Commands, Reason } from '../../contract/commands.ts'
import type { Context } from '../context.ts'
import type { Verb } from '../mechanism.ts'
import { isNodeReachable, writerIndex } from '../status/reachability.ts'
import { bitCount, bitsAtLeast } from '../storage/quorum.ts'
import type { ProtectionGroup, World } from '../world.ts'
import { awaken } from './awaken.ts'
import { seatsOf } from './expressionsOf.ts'
import { isSilent } from './suspicion.ts'
import { canWriteEpoch, writeEpoch } from './writeEpoch.ts'

type Wanted = Commands['ChangeQuorum']

/** Members that go on, and how many of those must have everything. */
const remaining = 4
const holders = 3

export const changeQuorum: Verb<'ChangeQuorum'> = { validate, give }

function validate(world: World, { model }: Wanted): Reason | null {
  if (world.setup.topology === 'multi-master') return reason('reason.membersAreFixed')
  if (model !== '3/4' && model !== '4/6') {
    return reason('reason.unknownModel', { model: `${String(model)}` })
  }
  const { parameters } = world
  if (parameters['quorum.copies'] !== 6 || parameters['quorum.fullSegments'] !== 6) {
    return reason('reason.onlyUniformSix')
  }
  for (let group = 0; group < world.groups.length; group++) {
    const found = model === '3/4' ? outReason(world, group) : backReason(world, group)
    if (found) return found
  }
  return null
}

function reason(key: string, parameters: Reason['parameters'] = {}): Reason {
  return { key, parameters }
}

function commonReason(world: World, group: number): Reason | null {
  const own = world.membership?.groups[group]
  const name = world.groups[group]!.id
  if (own && (own.writing !== null || own.changes.length > 0)) {
    return reason('reason.membersAreChanging', { group: name })
  }
  return canWriteEpoch(world, group) ? null : reason('reason.noWriteSetForModel', { group: name })
}

function outReason(world: World, index: number): Reason | null {
  const group = world.groups[index]!
  const own = world.membership?.groups[index]
  if (own?.model === '3/4') return reason('reason.runsAsThreeOfFour', { group: group.id })
  const silent = group.segments.filter(({ node }) => isSilent(world, node))
  const zones = new Set(silent.map(({ node }) => world.nodes[node]!.zone))
  const isZone = silent.length === seatsOf(world).length - remaining && zones.size === 1
  if (!isZone) return reason('reason.noZoneIsLost', { group: group.id, silent: silent.length })
  return commonReason(world, index) ?? holdersReason(world, index, group)
}

/** M12: by what the writer knows of the four, each within its reach. */
function holdersReason(world: World, index: number, group: ProtectionGroup): Reason | null {
  const writer = writerIndex(world)
  const { pgcl, sclSeen } = world.instances[writer]!.memory.groups[index]!
  let within = 0
  for (const { slot, node } of group.segments) {
    if (isNodeReachable(world, node, writer)) within |= 1 << slot
  }
  const reachable = bitCount(within)
  if (reachable < remaining) return reason('reason.notFourAnswer', { group: group.id, reachable })
  const held = bitCount(bitsAtLeast(sclSeen, pgcl) & within)
  if (held >= holders) return null
  return reason('reason.notHeldByThree', { group: group.id, held, lsn: pgcl })
}

function backReason(world: World, index: number): Reason | null {
  const own = world.membership?.groups[index]
  const group = world.groups[index]!
  if (own?.model !== '3/4') return reason('reason.runsAsFourOfSix', { group: group.id })
  const away = group.segments.filter(
    ({ slot, node }) => own.members[slot]!.isApart && isSilent(world, node),
  )
  if (away.length > 0)
    return reason('reason.zoneIsStillOut', { segments: away.map(({ id }) => id) })
  return commonReason(world, index)
}

function silentBits(world: World, group: number): number {
  let silent = 0
  for (const { slot, node } of world.groups[group]!.segments) {
    if (isSilent(world, node)) silent |= 1 << slot
  }
  return silent
}

function give(ctx: Context, { model }: Wanted): void {
  const { cause } = ctx
  awaken(ctx.world)
  for (let group = 0; group < ctx.world.groups.length; group++) {
    ctx.cause = cause
    const apart = model === '3/4' ? silentBits(ctx.world, group) : 0
    writeEpoch(ctx, group, { kind: 'model', model, apart })
  }
}
