/**
 * The breathing instance: its area is the capacity it has, the ring the CPU in use of that
 * capacity, the halo what it needs, the outline its maximum. Paused it is an outline, asleep.
 */
import type { Frame, InstanceView } from '../../../engine/contract/frame.ts'
import type { CapacityView } from '../../../engine/contract/serverlessView.ts'
import type { Label } from '../label.ts'
import type { InstancePlace, Layout, ZonePlace } from '../layout/layout.ts'
import { arcPath } from '../shapes/paths.ts'
import { breathingLabels } from './breathingLabels.ts'
import { type BreathingPlace, breathingPlace } from './breathingPlace.ts'
import { needOf } from '../../../words/capacityPhase.ts'
import { radiusOf } from './capacityScale.ts'
import { type TankShape, tankShape } from './tankShape.ts'
import { type V1Shape, v1Shape } from './v1Shapes.ts'

export interface BreathingShape {
  id: string
  x: number
  y: number
  state: CapacityView['state'] | 'down' | 'opening'
  /** Of the maximum. */
  outline: number
  /** Of the capacity it has; 0 while asleep. */
  radius: number
  /** Of the need; null while it is not awake, and where it could not be seen. */
  halo: number | null
  isShort: boolean
  ring: string
  tank: TankShape | null
  /** Of Serverless v1. */
  v1: V1Shape | null
  labels: Label[]
}

/** How far the halo may go beyond the outline, and how far it keeps from the ring. */
const beyond = 8
const apart = 6

/** Outside what it has when it needs more, inside when less; hidden where there is no room. */
function haloOf(view: CapacityView, most: number, radius: number): number | null {
  const halo = radiusOf(needOf(view), view.max, most)
  if (needOf(view) > view.exact) return Math.min(most + beyond, Math.max(halo, radius + apart))
  const inner = Math.min(halo, radius - apart)
  return inner > 2 ? inner : null
}

function stateOf(view: CapacityView, { status }: InstanceView): BreathingShape['state'] {
  return status === 'down' || status === 'opening' ? status : view.state
}

interface Subject {
  frame: Frame
  view: CapacityView
  instance: InstanceView
  place: InstancePlace
  room: BreathingPlace
  zone: ZonePlace
}

/** Serverless v1, with its routers and its pool. */
function v1Of({ frame, view, place, room, zone }: Subject): V1Shape | null {
  const isEmpty = frame.faults.some(its => its.fault === 'NoCapacity' && its.target === zone.id)
  return v1Shape(view, { place, room, zone, isEmpty }, frame.at)
}

function ringOf({ view, instance, place }: Subject, radius: number): string {
  const busy = instance.status === 'open' ? view.busyPpm / 1_000_000 : 0
  const { x, y } = place.centre
  return busy <= 0.002 ? '' : arcPath(x, y, radius, busy)
}

function breathingShape(subject: Subject): BreathingShape {
  const { frame, view, instance, place, room } = subject
  const { most, tank } = room
  const isAwake = view.state === 'active' || view.state === 'pausing'
  const radius = isAwake ? radiusOf(view.exact, view.max, most) : 0
  return {
    id: view.id,
    x: place.centre.x,
    y: place.centre.y,
    state: stateOf(view, instance),
    outline: most,
    radius,
    halo: view.state === 'active' ? haloOf(view, most, radius) : null,
    isShort: view.target > view.reported,
    ring: ringOf(subject, radius),
    tank: tank === null ? null : tankShape(view, tank, room.hasTankWords),
    v1: v1Of(subject),
    labels: breathingLabels({ frame, view, instance, place, room }),
  }
}

export function breathingShapes(frame: Frame, layout: Layout): BreathingShape[] {
  return (frame.serverless?.instances ?? []).flatMap(view => {
    const place = layout.instances.find(({ id }) => id === view.id)
    const instance = frame.instances.find(({ id }) => id === view.id)
    const zone = layout.zones.find(({ id }) => id === place?.zone)
    if (place === undefined || instance === undefined || zone === undefined) return []
    const room = breathingPlace(place, zone)
    return [breathingShape({ frame, view, instance, place, room, zone })]
  })
}
