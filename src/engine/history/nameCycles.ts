/**
 * Names the strongest cycle of each group of transactions (rules G0–G2, G13): first those that
 * values alone show, then those that need session order, then those that need real time; each only
 * when it breaks a level that nothing told of its group breaks.
 */
import type { Anomaly, CycleStep, Holds, LevelName } from '../contract/history.ts'
import { components, statesOnCycles } from './components.ts'
import type { Edge } from './dependencies.ts'
import type { KnownHistory } from './knownHistory.ts'
import { excludedBy, type Level } from './levels.ts'
import { type Budget, type Found, shortestWalk } from './shortestWalk.ts'
import { type Walk, walksOf } from './walks.ts'

interface Layer {
  order: Level['order']
  edges: Edge[]
  nodes: number
}

export interface Told {
  anomaly: Anomaly
  members: number[]
  /** Levels that exclude it. */
  breaks: LevelName[]
}

interface Naming {
  known: KnownHistory
  layer: Layer
  levels: Record<LevelName, Holds>
  told: Told[]
}

const classes: Walk[] = ['writes', 'reads', 'once', 'apart', 'any']

/** Steps looked at for the smallest cycle of one class in one group; past them the best so far. */
const mostSteps = 10_000_000

/** Edges by the group they lie in. Stations lie on no cycle of their own. */
function groupsOf({ edges, nodes }: Layer): Edge[][] {
  const { of, sizes } = components(walksOf(edges, nodes, 'any'))
  const groups = new Map<number, Edge[]>()
  for (const edge of edges) {
    const group = of[edge.from]!
    if (group !== of[edge.to] || sizes[group]! < 2) continue
    if (!groups.has(group)) groups.set(group, [])
    groups.get(group)!.push(edge)
  }
  return [...groups.values()]
}

function compact(edges: Edge[]): { edges: Edge[]; names: number[] } {
  const names = [...new Set(edges.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  const place = new Map(names.map((name, index) => [name, index]))
  const moved = edges.map(edge => {
    return { ...edge, from: place.get(edge.from)!, to: place.get(edge.to)! }
  })
  return { edges: moved, names }
}

interface Group {
  edges: Edge[]
  nodes: number
  stations: number
}

function startsOf({ edges, nodes, stations }: Group, walk: Walk): number[] {
  const among = components(walksOf(edges, nodes, walk === 'once' ? 'apart' : walk))
  const states = statesOnCycles(among).filter(state => state < stations)
  if (walk !== 'once') return states
  const on = new Set(states)
  const sources = edges.filter(({ kind, from }) => kind === 'rw' && on.has(from))
  return [...new Set(sources.map(({ from }) => from))].sort((a, b) => a - b)
}

function smallest(group: Group, walk: Walk): Edge[] | null {
  const starts = startsOf(group, walk)
  const budget: Budget = { left: mostSteps }
  const walks = walksOf(group.edges, group.nodes, walk)
  const among = walk === 'once' ? null : components(walks)
  const search = { walks, components: among, stations: group.stations, budget }
  let best: Found | null = null
  for (const start of starts) {
    const end = walk === 'once' ? start + group.nodes : start
    const limit: number = best?.length ?? 2 * walks.states
    best = shortestWalk(search, start, end, limit) ?? best
    if (best?.length === 2 || budget.left <= 0) break
  }
  return best?.edges.map(edge => group.edges[edge]!) ?? null
}

/** Ways through stations become one step. */
function stepsOf(cycle: Edge[], count: number): Edge[] {
  const begin = cycle.findIndex(({ from }) => from < count)
  const turned = [...cycle.slice(begin), ...cycle.slice(0, begin)]
  const steps: Edge[] = []
  for (const edge of turned) {
    const last = steps.at(-1)
    if (last !== undefined && last.to >= count) last.to = edge.to
    else steps.push({ ...edge })
  }
  return steps
}

/** Both writers saw the same version and each wrote its own on it. */
function isLostUpdate(steps: Edge[]): boolean {
  return steps.every(({ kind, key }) => kind !== 'wr' && key !== null && key === steps[0]!.key)
}

/** Two readers, each of which saw one commit and not the other. */
function isLongFork(steps: Edge[]): boolean {
  if (steps.length !== 4) return false
  return steps.every(({ kind }, k) => {
    const next = steps[(k + 1) % 4]!.kind
    return (kind === 'wr' && next === 'rw') || (kind === 'rw' && next === 'wr')
  })
}

function nameOf(walk: Walk, steps: Edge[]): string {
  if (walk === 'writes') return 'G0'
  if (walk === 'reads') return 'G1c'
  if (walk === 'once') return isLostUpdate(steps) ? 'lost-update' : 'G-single'
  if (walk === 'apart') return isLongFork(steps) ? 'long-fork' : 'G-nonadjacent'
  return 'G2-item'
}

function told({ known, layer }: Naming, walk: Walk, steps: Edge[]): Anomaly {
  const idOf = (txn: number) => known.history.txns[txn]!.id
  const cycle = steps.map(({ from, to, kind, key }): CycleStep => {
    return { from: idOf(from), to: idOf(to), kind, key }
  })
  const suffix = layer.order === 'none' ? '' : `-${layer.order}`
  const transactions = [...new Set(steps.map(({ from }) => idOf(from)))]
  return { name: `${nameOf(walk, steps)}${suffix}`, transactions, cycle }
}

function nameGroup(naming: Naming, edges: Edge[]): void {
  const { known, layer, levels } = naming
  const small = compact(edges)
  const stations = small.names.filter(name => name < known.count).length
  const group = { edges: small.edges, nodes: small.names.length, stations }
  const inside = new Set(small.names)
  const broken = new Set(
    naming.told.flatMap(its => (its.members.every(txn => inside.has(txn)) ? its.breaks : [])),
  )
  for (const walk of classes) {
    const breaks = excludedBy(walk, layer.order)
    // Under another order of versions what is not decided may stand.
    if (breaks.some(level => levels[level] !== false)) continue
    if (breaks.every(level => broken.has(level))) continue
    const cycle = smallest(group, walk)
    if (cycle === null) continue
    const steps = stepsOf(cycle, stations).map(step => {
      return { ...step, from: small.names[step.from]!, to: small.names[step.to]! }
    })
    const members = steps.map(({ from }) => from)
    naming.told.push({ anomaly: told(naming, walk, steps), members, breaks })
    return
  }
}

/** `layers` from the one without any order to the one with all. */
export function nameCycles(
  known: KnownHistory,
  layers: Layer[],
  levels: Record<LevelName, Holds>,
): Told[] {
  const told: Told[] = []
  for (const layer of layers) {
    for (const edges of groupsOf(layer)) nameGroup({ known, layer, levels, told }, edges)
  }
  return told
}
