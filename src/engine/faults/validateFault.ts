/** Whether a fault can be injected or healed now; if not, the reason a person can act on. */
import { zoneOfActor } from '../aurora/createWorld.ts'
import { tailBits } from '../aurora/storage/quorumSets.ts'
import type { Segment, World } from '../aurora/world.ts'
import type { Commands, Reason } from '../contract/commands.ts'
import type { ActiveFault } from '../contract/faults.ts'
import { firstPageOf, pagesOfGroup } from '../aurora/pipeline/pagesOfGroup.ts'
import { parseDuration } from '../formats/duration.ts'
import { catalogue } from './catalogue.ts'
import type { FaultEntry } from './faultEntry.ts'
import { readersOf } from './readersOf.ts'
import { segmentAt } from './pageCorruption.ts'
import { actorsOf, canonicalTarget, linkEnds } from '../aurora/linkTarget.ts'

type Injection = Commands['InjectFault']
type Healing = Commands['HealFault']

export function validateInjection(world: World, command: Injection): Reason | null {
  const entry = entryOf(command.fault)
  if (!entry) return { key: 'reason.unknownFault', parameters: { fault: `${command.fault}` } }
  return (
    kindReason(world, entry) ??
    targetReason(world, entry, command.target) ??
    parameterReason(entry, 'factor', command.factor) ??
    parameterReason(entry, 'ratio', command.ratio) ??
    parameterReason(entry, 'minMillis', command.minMillis) ??
    parameterReason(entry, 'maxMillis', command.maxMillis) ??
    pageReason(world, command) ??
    durationReason(command.for) ??
    forceReason(world, command)
  )
}

export function validateHealing(world: World, command: Healing): Reason | null {
  const entry = entryOf(command.fault)
  if (!entry) return { key: 'reason.unknownFault', parameters: { fault: `${command.fault}` } }
  const { fault, target } = command
  const reason = targetReason(world, entry, target)
  if (reason) return reason
  if (faultInForce(world, command)) return null
  return { key: 'reason.notInForce', parameters: { fault, target } }
}

/** The same fault on the same target; a link is the same whichever end is named first. */
export function faultInForce(world: World, { fault, target }: Healing): ActiveFault | null {
  const wanted = canonicalTarget(target)
  const isSame = (active: ActiveFault) =>
    active.fault === fault && canonicalTarget(active.target) === wanted
  return world.faults.find(isSame) ?? null
}

function entryOf(fault: string): FaultEntry | null {
  return Object.values<FaultEntry>(catalogue).find(entry => entry.fault === fault) ?? null
}

function kindReason({ setup }: World, { fault, isOfSingleMaster }: FaultEntry): Reason | null {
  if (!isOfSingleMaster || setup.topology === 'single-master') return null
  return { key: 'reason.onlySingleMaster', parameters: { fault } }
}

/** The page belongs to the group of the segment that is aimed at. */
function pageReason(world: World, { fault, target, page }: Injection): Reason | null {
  const isTail = fault === 'PageCorruption' && keepsNoPages(world, segmentAt(world, target)!)
  if (isTail) return { key: 'reason.tailHasNoPages', parameters: { target } }
  if (page === undefined) return null
  if (fault !== 'PageCorruption') {
    return { key: 'reason.noSuchParameter', parameters: { fault, name: 'page' } }
  }
  const { group } = segmentAt(world, target)!
  const min = firstPageOf(world, group)
  const max = min + pagesOfGroup(world, group) - 1
  if (Math.floor(page) === page && page >= min && page <= max) return null
  return { key: 'reason.outOfRange', parameters: { name: 'page', value: `${page}`, min, max } }
}

function keepsNoPages(world: World, { group, slot }: Segment): boolean {
  return ((tailBits(world, group) >>> slot) & 1) === 1
}

function durationReason(text: string | undefined): Reason | null {
  if (text === undefined || (parseDuration(text) ?? 0) > 0) return null
  return { key: 'reason.badDuration', parameters: { text: `${text}` } }
}

function forceReason(world: World, { fault, target }: Injection): Reason | null {
  if (!faultInForce(world, { fault, target })) return null
  return { key: 'reason.alreadyInForce', parameters: { fault, target } }
}

function targetReason(world: World, entry: FaultEntry, target: unknown): Reason | null {
  const named = typeof target === 'string' ? target : ''
  if (entry.target === 'link') return linkReason(world, entry, named)
  if (entry.target === 'link-or-network') {
    if (named === 'network') return null
    return linkReason(world, entry, named) ?? clientReason(world, named)
  }
  return hasTarget(world, entry.target, named) ? null : unknownTarget(entry, named)
}

type SimpleTarget = Exclude<FaultEntry['target'], 'link' | 'link-or-network'>

function hasTarget(world: World, kind: SimpleTarget, target: string): boolean {
  if (kind === 'node-or-segment') return segmentAt(world, target) !== null
  if (kind === 'volume-or-az' && target === 'volume') return true
  if (kind === 'reader') return readersOf(world).includes(target)
  const isZone = kind === 'az' || kind === 'volume-or-az'
  const all = kind === 'node' ? world.nodes : isZone ? world.zones : world.instances
  return all.some(({ id }) => id === target)
}

function linkReason(world: World, entry: FaultEntry, target: string): Reason | null {
  const ends = linkEnds(target)
  if (!ends) return unknownTarget(entry, target)
  const isKnown = actorsOf(world, ends.one).length > 0 && actorsOf(world, ends.other).length > 0
  if (!isKnown) return unknownTarget(entry, target)
  return ends.one === ends.other ? { key: 'reason.sameEnds', parameters: { target } } : null
}

function clientReason(world: World, target: string): Reason | null {
  const ends = linkEnds(target)!
  const actors = [...actorsOf(world, ends.one), ...actorsOf(world, ends.other)]
  if (actors.every(actor => zoneOfActor(world, actor) >= 0)) return null
  return { key: 'reason.clientLink', parameters: { target } }
}

function unknownTarget(entry: FaultEntry, target: string): Reason {
  const parameters = { fault: entry.fault, target, wanted: entry.target }
  return { key: 'reason.unknownTarget', parameters }
}

function parameterReason(entry: FaultEntry, name: string, value: unknown): Reason | null {
  if (value === undefined) return null
  const { fault } = entry
  const range = entry.parameters.find(parameter => parameter.name === name)
  if (!range) return { key: 'reason.noSuchParameter', parameters: { fault, name } }
  const { min, max } = range
  if (typeof value === 'number' && value >= min && value <= max) return null
  return { key: 'reason.outOfRange', parameters: { name, value: `${value}`, min, max } }
}
