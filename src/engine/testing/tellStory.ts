/**
 * Tells a random story twice: once straight on, and once saved, written as JSON and restored at
 * every turn; both must go the same way. Then all is healed, work goes on, and when the work ends
 * everything comes to rest with all copies complete. What is not so is thrown.
 */
import { digest } from '../digest.ts'
import { sessionState } from '../aurora/endpoint/createApplication.ts'
import { restoreText, saveText } from '../savedText.ts'
import { listen } from '../simulation.ts'
import { writerIndex } from '../aurora/status/reachability.ts'
import type { World } from '../aurora/world.ts'
import { type Story, takeTurn } from './takeTurn.ts'
import { type Cluster, give, run, startCluster } from './startCluster.ts'

const patienceSeconds = 120
const second = 1_000_000
const warmUpMicros = 20_000

export function tellStory(story: Story): void {
  const unbroken = begin(story)
  const interrupted = begin(story)
  for (const turn of story.turns) {
    takeTurn(unbroken, turn)
    restoreText(interrupted.simulation, saveText(interrupted.simulation))
    takeTurn(interrupted, turn)
    demand(digest(interrupted.simulation) === digest(unbroken.simulation), () => ['another run'])
  }
  give(unbroken, { do: 'HealAll' })
  expectProgress(unbroken)
  expectRest(unbroken)
}

function begin({ cast }: Story): Cluster {
  const cluster = startCluster(cast)
  listen(cluster.simulation, null, false)
  run(cluster, warmUpMicros)
  return cluster
}

function demand(isSo: boolean, why: () => string[]): void {
  if (!isSo) throw new Error(why().join('; '))
}

/** Every session is answered again; the writer may have to open the volume first. */
function expectProgress(cluster: Cluster): void {
  give(cluster, { do: 'SetWorkload', workload: 'shop', sessions: 5, think: '2ms' })
  const { totals } = cluster.simulation.world
  const wanted = totals.committed + 50
  runUntilSo(cluster, () => totals.committed >= wanted)
  demand(totals.committed >= wanted, () => [`${totals.committed} of ${wanted} commits`])
}

/** Nobody asks any more: nothing waits, every record is safe and every copy has it. */
function expectRest(cluster: Cluster): void {
  give(cluster, { do: 'SetWorkload', workload: 'shop', sessions: 0 })
  give(cluster, { do: 'SetWorkload', workload: 'report', sessions: 0 })
  const { world } = cluster.simulation
  runUntilSo(cluster, () => restlessness(world).length === 0)
  demand(restlessness(world).length === 0, () => restlessness(world))
}

/** Looks every second of model time. */
function runUntilSo(cluster: Cluster, isSo: () => boolean): void {
  for (let waited = 0; waited < patienceSeconds && !isSo(); waited++) run(cluster, second)
}

/** What is still under way. */
function restlessness(world: World): string[] {
  const { memory } = world.instances[writerIndex(world)]!
  const open = memory.transactions.phase.filter(phase => phase !== 0).length
  const waiting = world.applications[0]!.state.filter(
    state => state === sessionState.waiting || state === sessionState.reconnecting,
  ).length
  const counts = { open, waiting, reads: memory.reads.count, batches: batchesOf(world) }
  return [
    ...Object.entries(counts).flatMap(([what, count]) => (count > 0 ? [`${count} ${what}`] : [])),
    ...(memory.vdl < lastLsn(world) ? [`VDL ${memory.vdl} is below ${lastLsn(world)}`] : []),
    ...readersBehind(world, memory.vdl),
    ...(world.status.isStalled ? ['commits are stalled'] : []),
    ...(world.undo === null ? [] : ['undo']),
    ...(world.status.hasReads ? [] : ['nothing can be read']),
    ...copiesBehind(world),
  ]
}

function batchesOf(world: World): number {
  const { groups } = world.instances[writerIndex(world)]!.memory
  return groups.reduce((sum, { batches }) => sum + batches.length, 0)
}

/** Every reader that is up shows what the writer knows to be safe, and there is one writer. */
function readersBehind({ instances }: World, vdl: number): string[] {
  const writers = instances.filter(({ role }) => role === 'writer')
  return [
    ...(writers.length === 1 ? [] : [`${writers.length} writers`]),
    ...instances
      .filter(({ role, memory }) => role === 'reader' && memory.vdl !== vdl)
      .map(({ id, memory }) => `reader ${id} shows ${memory.vdl} of ${vdl}`),
  ]
}

/** The newest record that is not annulled. */
function lastLsn({ groups }: World): number {
  return groups.reduce((last, { tipLsn }) => Math.max(last, tipLsn), 0)
}

function copiesBehind({ groups }: World): string[] {
  return groups.flatMap(({ segments, tipLsn }) =>
    segments
      .filter(({ scl, hasHole }) => scl !== tipLsn || hasHole)
      .map(({ id, scl }) => `${id} has ${scl} of ${tipLsn}`),
  )
}
