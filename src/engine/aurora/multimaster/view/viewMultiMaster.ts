/**
 * The picture of Multi-Master, and what the core's picture cannot know of several writers: the
 * points (those of the first writer online stand for the volume), who retries, and the sentences.
 */
import type { ApplicationView, Frame } from '../../../contract/frame.ts'
import type { World } from '../../world.ts'
import { mmGroupOf, mmOf } from '../mmPlaces.ts'
import { leadWriter } from '../mmStatus.ts'
import { reachableBits } from '../../status/reachability.ts'
import { isSatisfied } from '../../storage/quorum.ts'
import type { MmClient } from '../multiMaster.ts'
import { mmSpoken } from './mmSpoken.ts'
import { viewLanes } from './viewLanes.ts'
import { viewPages } from './viewPages.ts'
import { viewProposals } from './viewProposals.ts'
import { viewLags, viewTransactions } from './viewTransactions.ts'

export function viewMultiMaster(world: World, frame: Frame): void {
  const { ddl, conflicts } = mmOf(world)
  frame.multiMaster = {
    writers: viewLanes(world),
    pages: viewPages(world),
    proposals: viewProposals(world),
    transactions: viewTransactions(world),
    lags: viewLags(world),
    ddl: {
      owner: world.instances[ddl.owner]?.id ?? '',
      table: ddl.table < 0 ? null : world.setup.tables[ddl.table]!.name,
      since: ddl.since,
    },
    conflicts: { ...conflicts },
    choices: choicesOf(world),
  }
  correctVolume(world, frame)
  correctGroups(world, frame)
  correctInstances(world, frame)
  frame.applications = frame.applications.map((its, index) => correctApplication(world, its, index))
  Object.assign(frame, mmSpoken(world))
}

function choicesOf({ parameters }: World): string[] {
  const names = Object.keys(parameters) as (keyof typeof parameters)[]
  return names.filter(name => name.startsWith('multiMaster.choice') && parameters[name] !== 0)
}

function correctVolume(world: World, frame: Frame): void {
  const { epoch, vcl, vdl, nextLsn } = mmOf(world).writers[leadWriter(world)]!
  Object.assign(frame.volume, { epoch, vcl, vdl, highestLsn: nextLsn - 1 })
}

/** A copy is complete when it has every accepted version of its group's pages. */
function correctGroups(world: World, frame: Frame): void {
  const mm = mmOf(world)
  const lead = leadWriter(world)
  for (let index = 0; index < frame.groups.length; index++) {
    const group = world.groups[index]!
    const view = frame.groups[index]!
    const bits = reachableBits(world, group, lead)
    view.writeQuorum.reachable = bits
    view.writeQuorum.isMet = isSatisfied(group.write, bits)
    view.readQuorum.reachable = bits
    view.readQuorum.isMet = isSatisfied(group.read, bits)
    for (let slot = 0; slot < view.segments.length; slot++) {
      const { behind } = behindAt(world, index, slot)
      const segment = view.segments[slot]!
      segment.isReachable = ((bits >>> slot) & 1) === 1
      segment.isComplete = behind === 0
      segment.behind = behind
      segment.holes = 0
      segment.scl = mm.writers[lead]!.groups[index]!.scl[slot]!
    }
    view.pgcl = mm.writers[lead]!.groups[index]!.pgcl
  }
}

/** Versions that a copy lacks, over all pages of its group. */
function behindAt(world: World, group: number, slot: number): { behind: number } {
  const mm = mmOf(world)
  let behind = 0
  for (let page = 0; page < mm.sharedPages; page++) {
    if (mm.pages.version[page] === mm.versions[slot]![page]) continue
    if (mmGroupOf(world, page) !== group) continue
    behind += mm.pages.version[page]! - mm.versions[slot]![page]!
  }
  return { behind }
}

function correctInstances(world: World, frame: Frame): void {
  const mm = mmOf(world)
  for (let index = 0; index < frame.instances.length; index++) {
    const view = frame.instances[index]!
    const own = mm.transactions.filter(
      its => its.serial > 0 && its.writer === index && its.state === 'committing',
    )
    view.parkedCommits = own.length
    view.oldestParkedAt = own.length === 0 ? null : Math.min(...own.map(its => its.beganAt))
    view.cachedPages = mm.writers[index]!.cache.reduce((sum, its) => sum + (its > 0 ? 1 : 0), 0)
    view.bufferPoolPages = mm.writers[index]!.frames?.capacity ?? mm.sharedPages
  }
}

function correctApplication(world: World, view: ApplicationView, index: number): ApplicationView {
  const client = mmOf(world).clients[index]!
  const on = world.instances[world.applications[index]!.target[0] ?? 0]?.id ?? view.on
  const retrying = retryingOf(client)
  const { route } = world.routing!.clients[index]!
  const isRetrying = retrying > 0 && view.waiting === 0 && view.reconnecting === 0
  return {
    ...view,
    on: route === 'instance' && client.script === null ? view.on : on,
    feels: isRetrying ? 'retrying' : view.feels,
  }
}

function retryingOf({ isRetrying }: MmClient): number {
  return isRetrying.reduce((sum, its) => sum + its, 0)
}
