/** The places that an application may be sent to, in the order in which they stand on the map. */
import type { Place } from '../../../engine/contract/commands.ts'
import type { Frame } from '../../../engine/contract/frame.ts'
import type { PlacedView, PlacementView } from '../../../engine/contract/placementView.ts'

export interface PlaceOnMap {
  id: Place
  /** As it is written on the slot. */
  label: string
  /** 1 to 4: the hue of a writer; 0 = none. */
  hue: number
}

/** Instances first, then names; with several writers also: to each in turn. */
export function placesOf(frame: Frame, { endpoints }: PlacementView): PlaceOnMap[] {
  const isMulti = frame.multiMaster !== null
  const instances = frame.instances.map(({ id }, index) => ({
    id,
    label: id,
    hue: isMulti ? (index % 4) + 1 : 0,
  }))
  const names = endpoints.map(({ id }) => ({ id, label: id, hue: 0 }))
  const inTurn = isMulti ? [{ id: 'round-robin', label: 'in turn', hue: 0 }] : []
  return [...instances, ...names, ...inTurn]
}

/** Where its requests go: an instance, a name, or to each in turn. */
export function placeOf(frame: Frame, { id, route, endpoint }: PlacedView): Place {
  if (route === 'endpoint') return endpoint
  if (route !== 'instance') return route
  return frame.applications.find(its => its.id === id)?.on ?? ''
}

/** The place as a sentence names it. */
export function placeWords(id: Place, { endpoints }: PlacementView): string {
  if (id === 'round-robin') return 'each writer in turn'
  const endpoint = endpoints.find(its => its.id === id)
  if (endpoint === undefined) return id
  const isOwn = id === 'cluster' || id === 'reader'
  return isOwn ? `the ${id} endpoint` : `the custom endpoint ${id}`
}
