/**
 * Where on the stage a step of a *why* is: the things that its subject or its numbers name, those
 * that say most first. Several are ringed at once; the first is shown large.
 */
import type { Cause } from '../../../engine/contract/cause.ts'
import type { Parameters } from '../../../engine/contract/commands.ts'
import type { TargetId } from '../../../engine/contract/ids.ts'

/** What a stage has to show. */
export interface StageThings {
  /** They stand in for what concerns the whole volume. */
  writers: TargetId[]
  /** Page changes and transactions are drawn only where there are several writers. */
  drawsChanges: boolean
}

const drawn = ['segment', 'node', 'instance', 'capacity', 'group']
const shapeless = ['volume', 'network']
const changing = ['proposal', 'transaction']

/** The thing that a subject stands for; what changes pages keeps its kind. */
function placeOf(subject: string | null, { drawsChanges }: StageThings): TargetId[] {
  const [kind = '', id] = subject?.split(/:(.*)/) ?? []
  if (id === undefined) return []
  if (changing.includes(kind)) return drawsChanges ? [`${kind}:${id}`] : []
  return drawn.includes(kind) ? [id] : []
}

function named(parameters: Parameters, ...names: string[]): TargetId[] {
  const values = names.flatMap(name => parameters[name] ?? [])
  return values.filter(value => typeof value === 'string' && value !== '') as TargetId[]
}

function changes(parameters: Parameters, { drawsChanges }: StageThings): TargetId[] {
  if (!drawsChanges) return []
  return changing.flatMap(name =>
    typeof parameters[name] === 'number' ? [`${name}:${parameters[name]}`] : [],
  )
}

/** The way between two, and both ends, since not every way is drawn. */
function way(from: TargetId, to: TargetId): TargetId[] {
  return [from, to, `${from}<>${to}`, `${to}<>${from}`]
}

/** Hosts of serverless instances are drawn in the panel only. */
const host = /-host-\d+$/

function wayOf({ from, to }: Parameters): TargetId[] {
  if (typeof from !== 'string' || typeof to !== 'string' || host.test(to)) return []
  return way(from, to)
}

/** What broke: a link is its way, one way or both; the volume or the network has no shape. */
function targetOf({ target }: Parameters): TargetId[] {
  if (typeof target !== 'string' || shapeless.includes(target)) return []
  const [from = '', to] = target.split(/<?>/)
  return to === undefined ? [target] : way(from, to)
}

/** In this order: the first that finds anything says most. */
const searches: ((parameters: Parameters, things: StageThings) => TargetId[])[] = [
  parameters => named(parameters, 'segment', 'segments'),
  parameters => [...targetOf(parameters), ...named(parameters, 'node')],
  wayOf,
  (parameters, things) => [
    ...changes(parameters, things),
    ...named(parameters, 'instance', 'application'),
  ],
  parameters => named(parameters, 'owner', 'asked', 'on', 'to', 'session'),
  parameters => named(parameters, 'group', 'groups'),
]

export function placesOf({ subject, parameters }: Cause, things: StageThings): TargetId[] {
  const own = placeOf(subject, things)
  if (own.length > 0) return [...own, ...named(parameters, 'instance')]
  // A demand is drawn beside whoever serves it.
  const demand = named(parameters, 'workload')
  if (demand.length > 0) return [...demand, ...things.writers]
  for (const search of searches) {
    const found = search(parameters, things)
    if (found.length > 0) return found
  }
  return things.writers
}
