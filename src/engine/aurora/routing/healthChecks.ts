/**
 * What an application knows of its instances by asking them (UG22: frequently, by SQL): checks that
 * were not answered when the next one was due, in a row. Rule U4.
 */
import type { Micros } from '../../contract/units.ts'
import type { World } from '../world.ts'
import type { HealthChecks, RoutedClient } from './routing.ts'

/** `standby`: instances by index, best first. */
export function createChecks(
  world: World,
  index: number,
  standby: readonly number[],
  pauseMicros: Micros,
): HealthChecks {
  const none = () => world.instances.map(() => 0)
  return {
    standby: [...standby],
    plan: planOf(world, index, standby),
    pauseMicros,
    lastCheck: 0,
    out: none(),
    misses: none(),
    missedSince: none(),
    facts: none(),
    takesOverAt: -1,
  }
}

/** Only who goes to one instance has a plan of instances; a name, or taking turns, is one too. */
export function planOf(world: World, index: number, standby: readonly number[]): number[] {
  if (world.routing!.clients[index]!.route !== 'instance') return []
  const { instance } = world.applications[index]!
  return [instance, ...standby.filter(its => its !== instance)]
}

/** Each once, in the order of the instances. */
export function watchedBy(world: World, index: number, { route, checks }: RoutedClient): number[] {
  const { target, instance } = world.applications[index]!
  return world.instances
    .map((_, its) => its)
    .filter(its => {
      if (route === 'round-robin') return true
      if (route === 'instance') return its === instance || checks!.plan.includes(its)
      return target.includes(its)
    })
}

/** U4: so many misses in a row that the application takes it for gone. */
export function isGone(world: World, { misses }: HealthChecks, instance: number): boolean {
  return misses[instance]! >= world.parameters['client.healthCheckMisses']
}
