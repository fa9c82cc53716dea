/**
 * What only a cluster of several writers has to report: every writer's own log points, conflicts
 * by their cause, and how far each lags behind the others.
 */
import { viewLags } from '../aurora/multimaster/view/viewTransactions.ts'
import type { MmWriter, MultiMaster } from '../aurora/multimaster/multiMaster.ts'
import type { World } from '../aurora/world.ts'
import type { Report } from '../contract/report.ts'

export function addMultiMaster(world: World, state: MultiMaster, report: Report): void {
  const { writers, conflicts, rolledBack } = state
  const each = (value: (writer: MmWriter) => number): Record<string, number> =>
    Object.fromEntries(writers.map((writer, k) => [world.instances[k]!.id, value(writer)]))
  Object.assign(report.volume, {
    epoch: each(({ epoch }) => epoch),
    vcl: each(({ vcl }) => vcl),
    vdl: each(({ vdl }) => vdl),
    lowestReadPoint: each(({ vdl }) => vdl),
    highestLsn: each(({ nextLsn }) => nextLsn - 1),
  })
  for (const [index, group] of report.volume.groups.entries()) {
    group.pgcl = each(({ groups }) => groups[index]!.pgcl)
    for (const [slot, segment] of group.segments.entries()) {
      segment.scl = each(({ groups }) => groups[index]!.scl[slot]!)
    }
  }
  for (const cause of Object.keys(conflicts) as (keyof typeof conflicts)[]) {
    report.conflicts[cause] += conflicts[cause]
  }
  report.transactions.rolledBack += rolledBack
  addLags(world, report)
}

/** By peer: how old the newest of its changes is that this writer still waits for, or had last. */
function addLags(world: World, { instances }: Report): void {
  for (const { from, to, lagMicros } of viewLags(world)) {
    const instance = instances.find(({ id }) => id === to)
    if (instance) instance.lagMicros[from] = lagMicros
  }
}
