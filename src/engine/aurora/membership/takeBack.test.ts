/** When a rebuild in place may be taken back, and when that would lose something. Rule M11. */
import { expect, test } from 'vitest'
import { inject, run } from '../../testing/startCluster.ts'
import { milli, runUntilChange, start } from '../../testing/memberStage.ts'
import { canTakeBack } from './takeBack.ts'

/** A has been silent for long when its zone's neighbours go too, and is made anew on a3. */
function rebuildA() {
  const cluster = start({ parameters: { 'repair.transfer': '5s', 'repair.suspectAfter': '0.3s' } })
  const { world } = cluster.simulation
  run(cluster, 50 * milli)
  inject(cluster, 'NodeCrash', 'node-a1')
  run(cluster, 200 * milli)
  inject(cluster, 'AzOutage', 'az-c')
  runUntilChange(cluster, 'rebuild')
  const [change] = world.membership!.groups[0]!.changes
  return { world, change: change! }
}

test('M11: only a copy that is heard, and that nobody of its group stands beside', () => {
  const { world, change } = rebuildA()
  const { node } = change.aside!.segment
  expect(canTakeBack(world, 0, change)).toBe(false)
  world.membership!.silentSince[node] = -1
  expect(canTakeBack(world, 0, change)).toBe(true)
  expect(canTakeBack(world, 0, { ...change, why: 'asked' })).toBe(false)
  expect(canTakeBack(world, 0, { ...change, aside: null })).toBe(false)
  world.groups[0]!.segments[1]!.node = node
  expect(canTakeBack(world, 0, change)).toBe(false)
})

test('M11: what became durable with the new copy must not be lost with it', () => {
  const { world, change } = rebuildA()
  world.membership!.silentSince[change.aside!.segment.node] = -1
  const { segments } = world.groups[0]!
  const { pgcl } = world.instances[0]!.memory.groups[0]!
  expect(change.aside!.segment.scl).toBeLessThan(pgcl)
  for (const slot of [4, 5]) segments[slot]!.scl = 0
  segments[0]!.scl = pgcl
  expect(canTakeBack(world, 0, change)).toBe(false)
  world.membership!.groups[0]!.uncounted |= 0b110000
  expect(canTakeBack(world, 0, change)).toBe(true)
})
