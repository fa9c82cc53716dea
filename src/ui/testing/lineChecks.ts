/** Lines on the stage stand at the LSN that they name, by the numbers that stand in the cells. */
import type { LaneShape } from '../scene/multimaster/laneShapes.ts'
import type { ColumnShape } from '../scene/shapes/columnShape.ts'
import { type Check, largeGroup } from './evidence.ts'

/** The upper edge of the cell of each LSN in a column, read off the numbers that stand in cells. */
function edgesOf({ lsns }: Pick<ColumnShape | LaneShape, 'lsns'>): Map<number, number> {
  const steps = lsns.slice(1).map(({ y }, index) => Math.abs(y - (lsns[index]?.y ?? 0)))
  if (steps.length === 0) return new Map()
  const height = Math.min(...steps) - 2
  return new Map(lsns.map(({ text, y }) => [Number(text), y - 4 - height / 2]))
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1.5
}

/** The body of a column ends at its SCL; the bracket stands at the PGCL, the tick at the VDL. */
const lines: Check = evidence => {
  const { frame, columns, bracket } = evidence
  const group = largeGroup(evidence)
  if (frame.multiMaster !== null || group === undefined) return []
  const edges = new Map(columns.flatMap(column => [...edgesOf(column)]))
  const bodies = columns.flatMap(column => {
    const scl = group.segments.find(({ id }) => id === column.id)?.scl ?? 0
    const edge = edgesOf(column).get(scl)
    if (column.lsns.length < 2 || edge === undefined || isNear(column.body.y, edge)) return []
    return [`the body of ${column.id} ends at ${column.body.y}, its SCL ${scl} at ${edge}`]
  })
  const stroke = Number(/V(-?[\d.]+)/.exec(bracket.path)?.[1])
  const tick = Number(/^M\S+ (-?[\d.]+)/.exec(bracket.vdl)?.[1])
  return [
    ...bodies,
    ...standsAt('the bracket', stroke, edges.get(group.pgcl)),
    ...standsAt('the tick of the VDL', tick, edges.get(frame.volume.vdl)),
  ]
}

/** The same in the lanes of several writers. */
const laneLines: Check = evidence => {
  const { frame, lanes } = evidence
  const group = largeGroup(evidence)
  return (frame.multiMaster?.writers ?? []).flatMap(({ id, groups }) => {
    const log = groups.find(its => its.id === group?.id)
    return lanes.flatMap(lane => {
      const bit = group?.segments.findIndex(segment => lane.id === `${segment.id} ${id}`) ?? -1
      if (bit < 0 || log === undefined) return []
      const edges = edgesOf(lane)
      const stroke = Number(/V(-?[\d.]+)/.exec(lane.bracket)?.[1])
      return [
        ...standsAt(`the bracket of ${lane.id}`, stroke, edges.get(log.pgcl)),
        ...standsAt(`the body of ${lane.id}`, lane.body.y - 1, edges.get(log.scl[bit] ?? 0)),
      ]
    })
  })
}

/** What is not drawn, or stands at an LSN without a cell, is not looked at. */
function standsAt(what: string, y: number, edge: number | undefined): string[] {
  if (Number.isNaN(y) || edge === undefined || isNear(y + 1, edge)) return []
  return [`${what} stands at ${y}, its LSN at ${edge}`]
}

export const lineChecks: readonly Check[] = [lines, laneLines]
