/** How far a rolling patch has come, zone by zone: counted once for the stage and for the words. */
import type { Frame } from '../engine/contract/frame.ts'
import type { NodeId, ZoneId } from '../engine/contract/ids.ts'

type Progress = 'done' | 'away' | 'due'

export interface PatchedZone {
  zone: ZoneId
  cells: { node: NodeId; progress: Progress }[]
  done: number
}

/** The zones that are patched, in the order of the zones; none while no patch is under way. */
export function patchedZones({ pipeline, nodes, zones }: Frame): PatchedZone[] {
  const patch = pipeline?.patch ?? null
  if (patch === null) return []
  const progressOf = (node: NodeId): Progress => {
    if (node === patch.away) return 'away'
    return patch.nodes.indexOf(node) < patch.done ? 'done' : 'due'
  }
  return zones.flatMap(({ id }) => {
    const own = patch.nodes.filter(node => nodes.find(its => its.id === node)?.zone === id)
    const cells = own.map(node => ({ node, progress: progressOf(node) }))
    const done = cells.filter(({ progress }) => progress === 'done').length
    return cells.length === 0 ? [] : [{ zone: id, cells, done }]
  })
}
