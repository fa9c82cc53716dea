/** Why an instance cannot be changed like this now; null when it can. Rules Z2 to Z5. */
import type { Reason } from '../../contract/commands.ts'
import type { ModifyChange } from '../../contract/modify.ts'
import type { World } from '../world.ts'
import { serverlessClass } from './serverlessClass.ts'
import { isServing } from './startPlace.ts'

interface Asked {
  instance: string
  class: string | undefined
  tier: number | undefined
  /** Blue/green: the copy has a newer engine. */
  hasNewEngine?: boolean
}

export function reasonAgainst(
  world: World,
  change: ModifyChange,
  index: number,
  asked: Asked,
): Reason | null {
  const place = world.modify!.places[index]
  const parameters = { instance: asked.instance, class: asked.class ?? '' }
  if (!place) return { key: 'reason.noPlace', parameters }
  const key = against[change](world, index, asked)
  return key === null ? null : { key: `reason.${key}`, parameters }
}

const against: Record<ModifyChange, (world: World, index: number, asked: Asked) => string | null> =
  {
    add(world, index, { class: name, hasNewEngine = false }) {
      if (world.modify!.places[index]!.state !== 'spare') return 'placeTaken'
      if (name !== undefined && !isClass(world, name)) return 'noSuchClass'
      if (!hasNewEngine && isTooOld(world, index, name)) return 'oldEngine'
      return world.zones[world.instances[index]!.zone]!.isOut ? 'zoneIsOut' : null
    },
    class(world, index, { class: name }) {
      if (name === undefined || !isClass(world, name)) return 'noSuchClass'
      if (world.modify!.places[index]!.class === name) return 'sameClass'
      if (isTooOld(world, index, name)) return 'oldEngine'
      return stillness(world, index)
    },
    remove(world, index) {
      if (index === world.failover!.writer) return 'writerStays'
      if (world.modify!.places[index]!.state === 'blue') return null
      return stillness(world, index)
    },
    tier(world, index, { tier }) {
      if (tier === undefined || tier < 0 || tier > 15) return 'noSuchTier'
      return world.instances[index]!.role === 'writer' ? 'writerHasNoTier' : null
    },
    failover(world, index) {
      const { writer, phase } = world.failover!
      if (index === writer) return 'isWriter'
      if (phase !== null) return 'failoverRuns'
      const isFollowing = isServing(world, index) && !world.modify!.places[index]!.isGreen
      return isFollowing ? null : 'notServing'
    },
    upgrade(world, index) {
      if (!world.modify!.isOldEngine) return 'newEngine'
      return stillness(world, index)
    },
  }

/** Z13: the engine that Serverless v1 had does not run in v2. */
function isTooOld({ modify }: World, index: number, name?: string): boolean {
  return modify!.isOldEngine === true && (name ?? modify!.places[index]!.class) === serverlessClass
}

export function isClass({ setup }: World, name: string): boolean {
  return name === serverlessClass || Object.hasOwn(setup.modify!.vcpus, name)
}

/** It must be there and awake, and so must be the serverless ones beside it. */
function stillness(world: World, index: number): string | null {
  const { places } = world.modify!
  const { status } = world.instances[index]!
  if (places[index]!.state !== 'present' || status !== 'open') return 'notServing'
  const isRestless = world.serverless!.capacities.some(({ state }) => state !== 'active')
  return isRestless ? 'asleepBeside' : null
}
