/**
 * Signs on storage nodes: a disk that is slow, has spikes or fails, heat, a clock for a node that
 * is slow as a whole, a wrench while it is patched and a tick once it is.
 */
import type { ActiveFault, FaultKind } from '../../../engine/contract/faults.ts'
import type { Frame } from '../../../engine/contract/frame.ts'
import type { Layout } from '../layout/layout.ts'
import type { Mark } from './mark.ts'
import { type NodePlace, nodePlaces } from './nodePlaces.ts'
import { moved, signPaths } from '../../theme/signPaths.ts'

const troubles: Partial<Record<FaultKind, string>> = {
  SlowDisk: signPaths.slow,
  DiskCongestion: signPaths.spikes,
  DiskFailure: signPaths.fails,
}

function faultMarks({ fault }: ActiveFault, { node, at }: NodePlace): Mark[] {
  const trouble = troubles[fault]
  if (trouble !== undefined) {
    return [
      { id: node, kind: 'disk', path: moved(signPaths.disk, at) },
      { id: node, kind: 'diskTrouble', path: moved(trouble, at) },
    ]
  }
  return fault === 'HotNode' ? [{ id: node, kind: 'hot', path: moved(signPaths.heat, at) }] : []
}

function clockMarks(frame: Frame, { node: id, at }: NodePlace): Mark[] {
  const node = frame.nodes.find(its => its.id === id)
  if (node === undefined || !node.isUp || node.slowFactor <= 1) return []
  return [{ id, kind: 'clock', path: moved(signPaths.clock, at) }]
}

function patchMarks({ pipeline }: Frame, { node, at, aside }: NodePlace): Mark[] {
  const patch = pipeline?.patch ?? null
  if (patch === null) return []
  if (patch.away === node) return [{ id: node, kind: 'patch', path: moved(signPaths.wrench, at) }]
  const place = patch.nodes.indexOf(node)
  if (place < 0 || place >= patch.done) return []
  return [{ id: node, kind: 'patched', path: moved(signPaths.tick, aside) }]
}

export function nodeMarks(frame: Frame, layout: Layout): Mark[] {
  return nodePlaces(layout).flatMap(place => {
    const faults = frame.faults.filter(({ target }) => target === place.node)
    const own = faults.flatMap(fault => faultMarks(fault, place))
    const clocks = own.length === 0 ? clockMarks(frame, place) : []
    return [...own, ...clocks, ...patchMarks(frame, place)]
  })
}
