/**
 * The picture of an instant: everything the page shows, structured and small. It reads the world
 * and changes nothing, so that a frame more or less never changes a run.
 */
import type { Frame } from '../../contract/frame.ts'
import type { Mechanism } from '../mechanism.ts'
import type { World } from '../world.ts'
import { captionOf } from './captionOf.ts'
import { hintOf } from './hintOf.ts'
import { lightsOf } from './lightsOf.ts'
import { type Situation, situationOf } from './situation.ts'
import { viewApplications } from './viewApplications.ts'
import { viewGroups } from './viewGroups.ts'
import { viewInstances } from './viewInstances.ts'
import { viewLinks } from './viewLinks.ts'
import { viewNodes } from './viewNodes.ts'
import { viewVolume } from './viewVolume.ts'

export function frameOf(
  world: World,
  lawsBroken = 0,
  mechanisms: readonly Mechanism[] = [],
): Frame {
  const frame = coreFrame(world, lawsBroken)
  for (const mechanism of mechanisms) mechanism.view(world, frame)
  return frame
}

function coreFrame(world: World, lawsBroken: number): Frame {
  const situation = situationOf(world)
  return {
    at: world.now,
    events: world.eventCount,
    cluster: { edition: 'mysql', topology: world.setup.topology },
    actors: [...world.actors],
    zones: world.zones.map(({ id, isOut }) => ({ id, isOut })),
    nodes: viewNodes(world),
    groups: viewGroups(situation),
    volume: viewVolume(world),
    instances: viewInstances(world),
    applications: viewApplications(world),
    links: viewLinks(world),
    faults: world.faults.map(fault => ({ ...fault })),
    ...spoken(situation),
    lawsBroken,
    multiMaster: null,
    serverless: null,
    failover: null,
    totals: { ...world.totals, messages: world.network.counters.sent },
  }
}

/** Lights, caption and hint, from one look at what is reachable. */
function spoken(situation: Situation) {
  const caption = captionOf(situation)
  return { lights: lightsOf(situation), caption, ...hintOf(situation, caption) }
}
