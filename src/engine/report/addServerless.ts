/**
 * What only a serverless cluster has to report: the capacity that each instance reported, from the
 * start and at every change.
 */
import { leastOf } from '../aurora/serverless/regulate.ts'
import type { Serverless } from '../aurora/serverless/serverless.ts'
import type { World } from '../aurora/world.ts'
import type { FactOf } from '../contract/facts.ts'
import type { Report } from '../contract/report.ts'

const million = 1_000_000

export function addServerless(
  world: World,
  serverless: Serverless,
  { report, facts }: { report: Report; facts: FactOf<'CapacityChanged'>[] },
): void {
  const least = leastOf(world.setup.serverless?.minMicroAcu ?? 0) / million
  for (const { instance, reported } of serverless.capacities) {
    const its = report.instances[instance]!
    its.acu = reported / million
    report.capacity.push({ at: 0, instance: its.id, acu: least })
  }
  for (const { at, parameters } of facts) {
    report.capacity.push({ at, instance: parameters.instance, acu: parameters.acu })
  }
}
