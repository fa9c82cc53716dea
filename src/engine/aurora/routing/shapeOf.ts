/**
 * What the map amounts to, among the shapes that the user guide names: one writer used and the
 * others warm, data divided among writers, or requests that meet on the same pages. Rule U8.
 */
import type { PlacementView } from '../../contract/placementView.ts'
import type { World } from '../world.ts'

interface Place {
  instances: number[]
  first: number
  last: number
}

export function shapeOf(world: World): PlacementView['shape'] {
  const { setup, routing, applications } = world
  if (setup.topology !== 'multi-master') return 'byName'
  const writing = applications
    .map((_, index) => index)
    .filter(index => setup.workload[index]!.writes > 0 && applications[index]!.sessions > 0)
  if (writing.length === 0) return 'idle'
  if (writing.some(index => routing!.clients[index]!.route === 'round-robin')) return 'inTurn'
  const places = writing.map(index => placeOf(world, index))
  const used = new Set(places.flatMap(({ instances }) => instances))
  if (used.size <= 1) return 'activePassive'
  return places.some((one, index) => meetsOthers(one, places.slice(index + 1)))
    ? 'overlapping'
    : 'divided'
}

function placeOf(world: World, index: number): Place {
  const { table, own, pattern } = world.setup.workload[index]!
  const { firstPage, rowsPerPage, rows } = world.setup.tables[table]!
  const part = own && pattern !== 'partitioned' ? own : { first: 0, rows }
  return {
    instances: [...new Set(world.applications[index]!.target)],
    first: firstPage + Math.floor(part.first / rowsPerPage),
    last: firstPage + Math.floor((part.first + part.rows - 1) / rowsPerPage),
  }
}

/** By itself at several writers, or with another application at another writer: on one page. */
function meetsOthers(one: Place, others: Place[]): boolean {
  if (one.instances.length > 1) return true
  return others.some(
    other =>
      one.first <= other.last &&
      other.first <= one.last &&
      other.instances.some(instance => !one.instances.includes(instance)),
  )
}
