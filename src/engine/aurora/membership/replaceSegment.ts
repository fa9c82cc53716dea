/**
 * The command that replaces one copy: refused with what is missing when it cannot be done now.
 * Rules M2, M6, M11, M15.
 */
import type { Commands, Reason } from '../../contract/commands.ts'
import type { Context } from '../context.ts'
import type { Verb } from '../mechanism.ts'
import type { Segment, World } from '../world.ts'
import { awaken } from './awaken.ts'
import { beginRepair } from './caretaker.ts'
import { canHost, findHost } from './findHost.ts'
import { changeAt, replacements } from './membership.ts'
import { planLook } from './planLook.ts'
import { canRebuild } from './rebuild.ts'
import { isSilent } from './suspicion.ts'
import { canWriteEpoch } from './writeEpoch.ts'

type Wanted = Commands['ReplaceSegment']

export const replaceSegment: Verb<'ReplaceSegment'> = { validate, give }

function validate(world: World, command: Wanted): Reason | null {
  if (world.setup.topology === 'multi-master') return reason('reason.membersAreFixed', {})
  const segment = segmentNamed(world, command.segment)
  if (!segment) return reason('reason.unknownSegment', { segment: `${command.segment}` })
  return changeReason(world, segment) ?? hostReason(world, segment, command.onto)
}

function reason(key: string, parameters: Reason['parameters']): Reason {
  return { key, parameters }
}

function segmentNamed(world: World, id: string): Segment | null {
  for (const { segments } of world.groups) {
    const found = segments.find(segment => segment.id === id)
    if (found) return found
  }
  return null
}

function changeReason(world: World, segment: Segment): Reason | null {
  const { group, slot, id } = segment
  const own = world.membership?.groups[group]
  const name = world.groups[group]!.id
  if (own?.model === '3/4') return reason('reason.runsAsThreeOfFour', { group: name })
  if (own?.writing) return reason('reason.membersAreChanging', { group: name })
  if (own && changeAt(own, slot)) return reason('reason.isBeingReplaced', { segment: id })
  if (own && replacements(own).length > 1) return reason('reason.twoAreReplaced', { group: name })
  return quorumReason(world, segment)
}

/** Path one needs a write set, path two a read set and a member that is silent. */
function quorumReason(world: World, { group, id, node }: Segment): Reason | null {
  if (canWriteEpoch(world, group)) return null
  const name = world.groups[group]!.id
  if (!canRebuild(world, group)) return reason('reason.noReadSet', { group: name })
  return isSilent(world, node) ? null : reason('reason.noWriteSet', { segment: id, group: name })
}

function hostReason(world: World, segment: Segment, onto: string | undefined): Reason | null {
  const { group, slot, node } = segment
  const zone = world.zones[world.nodes[node]!.zone]!.id
  if (onto === undefined) {
    return findHost(world, group, slot) < 0 ? reason('reason.noHost', { zone }) : null
  }
  const host = world.nodes.findIndex(({ id }) => id === onto)
  if (host < 0) return reason('reason.unknownNode', { node: `${onto}` })
  return canHost(world, group, slot, host)
    ? null
    : reason('reason.cannotHost', { node: onto, zone })
}

function give(ctx: Context, { segment: id, onto }: Wanted): void {
  const { world } = ctx
  awaken(world)
  const { group, slot } = segmentNamed(world, id)!
  const host = world.nodes.findIndex(node => node.id === onto)
  const chosen = host < 0 ? findHost(world, group, slot) : host
  beginRepair(ctx, group, slot, { why: 'asked', onto: chosen })
  planLook(world, world.now)
}
