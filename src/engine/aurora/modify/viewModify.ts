/**
 * What a frame shows of places and plan. Where nothing stands nothing is drawn, and a cluster
 * without a serverless instance has no such part. Rules Z1 and Z7.
 */
import type { MigrationView, ModifyView, PlaceView } from '../../contract/modify.ts'
import type { Frame, InstanceView } from '../../contract/frame.ts'
import type { World } from '../world.ts'
import { longestSince } from './downMicros.ts'
import { captionModify } from './captionModify.ts'
import type { Migration } from './modify.ts'
import { serverlessClass } from './serverlessClass.ts'

export function viewModify(world: World, frame: Frame): void {
  const places = placesOf(world)
  frame.modify = {
    places,
    isOldEngine: world.modify!.isOldEngine ?? false,
    classes: [serverlessClass, ...Object.keys(world.setup.modify!.vcpus)],
    migration: migrationOf(world, world.modify!.migration),
  }
  const absent = idsOf(places, ['spare', 'blue'])
  const behind = idsOf(places, ['spare', 'blue', 'creating', 'starting', 'upgrading'])
  frame.instances = frame.instances.filter(({ id }) => !absent.includes(id))
  for (const instance of frame.instances) showStart(instance, places)
  if (frame.failover) {
    frame.failover.readers = frame.failover.readers.filter(({ id }) => !behind.includes(id))
  }
  const { instances = [], demand = [] } = frame.serverless ?? {}
  if (instances.length + demand.length === 0) frame.serverless = null
  captionModify(world, frame)
}

function idsOf(places: PlaceView[], states: PlaceView['state'][]): string[] {
  return places.filter(({ state }) => states.includes(state)).map(({ id }) => id)
}

/** One that is being created, or changed, is not broken. */
function showStart(instance: InstanceView, places: ModifyView['places']): void {
  const place = places.find(({ id }) => id === instance.id)!
  if (!isStarting(place) || instance.status !== 'down') return
  instance.status = 'opening'
  const phase = place.state === 'creating' ? 'creating' : 'restarting'
  instance.opening = { phase, since: place.since }
}

function isStarting({ state }: PlaceView): boolean {
  return state === 'creating' || state === 'starting' || state === 'upgrading'
}

function placesOf(world: World): ModifyView['places'] {
  return world.modify!.places.map((place, index) => {
    const { class: name, tier, since, endsAt, isGreen } = place
    const { id, zone } = world.instances[index]!
    const state = isGreen && place.state === 'present' ? 'green' : place.state
    return { id, zone: world.zones[zone]!.id, class: name, tier, state, since, endsAt }
  })
}

function migrationOf(world: World, migration: Migration | null): MigrationView | null {
  if (!migration) return null
  const isRunning = migration.outcome === 'running'
  const { plan, class: name, outcome, startedAt, endedAt, overlapMicros } = migration
  return {
    plan,
    class: name,
    outcome,
    startedAt,
    endedAt,
    overlapMicros,
    steps: migration.steps.map((run, index) => ({
      step: run.step,
      startedAt: run.startedAt,
      endedAt: run.endedAt,
      downMicros:
        isRunning && index === migration.at ? longestSince(world, run.downAtStart) : run.downMicros,
    })),
    downMicros: isRunning ? longestSince(world, migration.downAtStart) : migration.downMicros,
    notCarried: notCarried(world, migration),
  }
}

function notCarried({ totals }: World, migration: Migration): number {
  const { committedThen, outcome } = migration
  if (committedThen < 0) return -1
  return outcome === 'running' ? totals.committed - committedThen : migration.notCarried
}
