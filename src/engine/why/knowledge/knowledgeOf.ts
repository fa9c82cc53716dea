/**
 * What an actor knows: its own memory as it stands, and what it has heard. No truth of others is
 * read here: a copy that crashed a moment ago looks as it did when it last spoke.
 */
import type { Context } from '../../aurora/context.ts'
import { messageNumber } from '../../aurora/messageNumber.ts'
import type { World } from '../../aurora/world.ts'
import type { KnownActor, Knowledge, KnownSegment, Told } from '../../contract/knowledge.ts'
import type { MessageKind } from '../../contract/messages.ts'
import type { Lsn, Micros } from '../../contract/units.ts'
import type { ToldOnly } from './eyes.ts'
import type { Arrival, Heard } from './hear.ts'
import { owedSince } from './owedSince.ts'
import { pictureKnown } from './pictureKnown.ts'

const kinds: MessageKind[] = []
for (const [kind, number] of Object.entries(messageNumber)) kinds[number] = kind as MessageKind

/** `actor`: number of an instance or a storage node. */
export function knowledgeOf(
  ctx: Context,
  actor: number,
  { heard, from }: { heard: Heard; from: Micros },
): Knowledge {
  const known = toldOf(ctx.world, actor, { heard, from })
  return { ...known, picture: pictureKnown({ ctx, actor, heard, known }) }
}

function toldOf(
  world: World,
  actor: number,
  { heard, from }: { heard: Heard; from: Micros },
): ToldOnly {
  const others = world.actors.flatMap((_, other) =>
    other === actor ? [] : [knownActor(world, actor, other, heard)],
  )
  const segments = world.groups.flatMap((_, group) => knownCopies(world, actor, group, heard))
  return {
    actor: world.actors[actor]!,
    ...ownOf(world, actor),
    at: world.now,
    from,
    others,
    segments,
  }
}

type Own = Pick<Knowledge, 'role' | 'epoch' | 'vdl' | 'reckonsQuorum'>

function ownOf(world: World, actor: number): Own {
  const instance = world.instances[actor]
  if (instance === undefined) return ownOfNode(world, actor - world.instances.length)
  const { role, memory } = instance
  const { epoch, vdl } = world.multiMaster?.writers[actor] ?? memory
  return { role, epoch, vdl, reckonsQuorum: role === 'writer' }
}

/** Each copy has promised an epoch; nobody tells storage a VDL, only what is still read. */
function ownOfNode(world: World, node: number): Own {
  const epochs = world.nodes[node]!.hosts.map(
    host => world.groups[host >>> 3]!.segments[host & 7]!.epoch,
  )
  return { role: 'node', epoch: Math.max(0, ...epochs), vdl: null, reckonsQuorum: false }
}

function knownActor(world: World, actor: number, other: number, heard: Heard): KnownActor {
  const last = heard.from[other]!
  const asked = askedSince(world, actor, other)
  const owed = asked < Infinity && asked >= 0
  const patience = world.parameters['network.resendFirst']
  return {
    actor: world.actors[other]!,
    heard: told(last),
    owedSince: owed ? asked : null,
    isSilent: owed && world.now - Math.max(asked, last.at) >= patience,
    isSuspected: isToldLost(world, actor, other),
  }
}

function told(arrival: Arrival | undefined): Told | null {
  const kind = kinds[arrival?.kind ?? 0]
  if (arrival === undefined || kind === undefined) return null
  return { message: arrival.message, sentAt: arrival.sentAt, at: arrival.at, kind }
}

function askedSince(world: World, actor: number, other: number): Micros {
  const node = other - world.instances.length
  const isWriter = world.instances[actor]?.role === 'writer'
  return isWriter && world.nodes[node] ? owedSince(world, actor, node) : Infinity
}

/**
 * The writer takes part in every replacement of a member, and a reader is told to take the place of
 * a writer that counts as lost.
 */
function isToldLost(world: World, actor: number, other: number): boolean {
  const { failover, instances, membership } = world
  const own = instances[actor]
  if (own === undefined) return false
  if (other < instances.length) {
    return failover?.isSuspected === true && failover.writer === other && own.role === 'reader'
  }
  if (own.role !== 'writer' || !membership) return false
  const node = other - instances.length
  return membership.groups.some(({ changes, members }, group) =>
    changes.some(
      ({ why, leaving }) =>
        why === 'silent' &&
        members.some(
          ({ letter }, slot) =>
            letter === leaving && world.groups[group]!.segments[slot]!.node === node,
        ),
    ),
  )
}

function knownCopies(world: World, actor: number, group: number, heard: Heard): KnownSegment[] {
  const node = actor - world.instances.length
  return world.groups[group]!.segments.map(({ id, slot, node: host, scl }) => {
    const isOwn = host === node
    return {
      segment: id,
      isOwn,
      scl: isOwn ? scl : sclKnown(world, actor, group * 8 + slot, heard),
      told: isOwn ? null : told(heard.scl.get(group * 8 + slot)),
    }
  })
}

/**
 * A writer counts with the highest that it was told, however long ago; a peer with the newest. With
 * several writers a copy has an SCL in each lane, which the lanes show.
 */
function sclKnown(world: World, actor: number, copy: number, { scl }: Heard): Lsn | null {
  const own = world.instances[actor]
  if (world.multiMaster) return null
  if (own === undefined) return scl.get(copy)?.scl ?? null
  return own.role === 'writer' ? own.memory.groups[copy >>> 3]!.sclSeen[copy & 7]! : null
}
