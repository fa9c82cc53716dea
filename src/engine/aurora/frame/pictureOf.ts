/**
 * The picture of an instant: everything the page shows, structured and small. It reads the world
 * and changes nothing, so that a frame more or less never changes a run.
 */
import type { Frame, Phrase } from '../../contract/frame.ts'
import type { Setup } from '../../contract/scenario.ts'
import type { Edition } from '../../contract/sql.ts'
import type { Mechanism } from '../mechanism.ts'
import type { World } from '../world.ts'
import { breakOf, type Hint } from './breakOf.ts'
import { lightsOf } from './lightsOf.ts'
import { type Situation, situationOf } from './situation.ts'
import { viewApplications } from './viewApplications.ts'
import { viewGroups } from './viewGroups.ts'
import { viewInstances } from './viewInstances.ts'
import { viewLinks } from './viewLinks.ts'
import { viewNodes } from './viewNodes.ts'
import { viewVolume } from './viewVolume.ts'
import { withNumbers } from './withNumbers.ts'

export function pictureOf(
  world: World,
  lawsBroken: number,
  mechanisms: readonly Mechanism[],
  speak: Speech | null,
): Frame {
  const frame = coreFrame(world, lawsBroken, speak ?? calmSpeech)
  for (const mechanism of mechanisms) mechanism.view(world, frame)
  return frame
}

function coreFrame(world: World, lawsBroken: number, speak: Speech): Frame {
  const situation = situationOf(world)
  return {
    at: world.now,
    events: world.eventCount,
    cluster: { edition: editionOf(world.setup), topology: world.setup.topology },
    actors: [...world.actors],
    zones: world.zones.map(({ id, isOut }) => ({ id, isOut })),
    nodes: viewNodes(world),
    groups: viewGroups(situation),
    volume: viewVolume(world),
    instances: viewInstances(world),
    applications: viewApplications(world),
    links: viewLinks(world),
    faults: world.faults.map(fault => ({ ...fault })),
    lights: lightsOf(situation),
    ...speak(situation),
    lawsBroken,
    multiMaster: null,
    serverless: null,
    failover: null,
    membership: null,
    undo: null,
    sql: null,
    pipeline: null,
    totals: { ...world.totals, messages: world.network.counters.sent },
  }
}

function editionOf({ dialect }: Setup): Edition {
  return dialect === 'postgresql-16' ? 'postgresql' : 'mysql'
}

/** Caption and hint, from one look at what is reachable. */
export type Speech = (situation: Situation) => Hint & { caption: Phrase }

/** All that can be said before anybody has given a command: nothing is broken yet. */
function calmSpeech(situation: Situation): ReturnType<Speech> {
  const caption = withNumbers(situation, { key: 'caption.allSix', parameters: {} })
  return { caption, ...breakOf(situation) }
}
