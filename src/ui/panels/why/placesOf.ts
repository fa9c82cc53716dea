/**
 * Where on the stage a step of a *why* is: the things that its subject or its numbers name, those
 * that say most first. Several are ringed at once; the first is shown large.
 */
import type { Cause } from '../../../engine/contract/cause.ts'
import type { Parameters } from '../../../engine/contract/commands.ts'
import type { TargetId } from '../../../engine/contract/ids.ts'

const drawn = ['segment', 'node', 'instance', 'capacity', 'group']
const changing = ['proposal', 'transaction']

/** The thing that a subject stands for; what changes pages keeps its kind. */
function placeOf(subject: string | null): TargetId[] {
  const [kind = '', id] = subject?.split(/:(.*)/) ?? []
  if (id === undefined) return []
  if (changing.includes(kind)) return [`${kind}:${id}`]
  return drawn.includes(kind) ? [id] : []
}

function named(parameters: Parameters, ...names: string[]): TargetId[] {
  const values = names.flatMap(name => parameters[name] ?? [])
  return values.filter(value => typeof value === 'string' && value !== '') as TargetId[]
}

/** A change and its transaction are drawn where there are several writers. */
function changes(parameters: Parameters): TargetId[] {
  return changing.flatMap(name =>
    typeof parameters[name] === 'number' ? [`${name}:${parameters[name]}`] : [],
  )
}

/** Both ends of a message, and the way between them. */
function wayOf({ from, to }: Parameters): TargetId[] {
  if (typeof from !== 'string' || typeof to !== 'string') return []
  return [from, to, `${from}<>${to}`, `${to}<>${from}`]
}

/** In this order: the first that finds anything says most. */
const searches: ((parameters: Parameters) => TargetId[])[] = [
  parameters => named(parameters, 'segment', 'segments'),
  parameters => named(parameters, 'target', 'node'),
  wayOf,
  parameters => [...changes(parameters), ...named(parameters, 'instance', 'application')],
  parameters => named(parameters, 'owner', 'asked', 'on', 'to', 'session'),
  parameters => named(parameters, 'group', 'groups'),
]

/** `writers` stand in for what concerns the whole volume. */
export function placesOf({ subject, parameters }: Cause, writers: TargetId[]): TargetId[] {
  const own = placeOf(subject)
  if (own.length > 0) return [...own, ...named(parameters, 'instance')]
  // A demand is drawn beside whoever serves it.
  const demand = named(parameters, 'workload')
  if (demand.length > 0) return [...demand, ...writers]
  for (const search of searches) {
    const found = search(parameters)
    if (found.length > 0) return found
  }
  return writers
}
