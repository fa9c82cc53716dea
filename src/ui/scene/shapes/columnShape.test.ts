/** The skyline (DESIGN §6): body up to SCL, holes open, what lies above a hole floating. */
import { describe, expect, it } from 'vitest'
import type { Frame, GroupView } from '../../../engine/contract/frame.ts'
import { layoutStage } from '../layout/layoutStage.ts'
import { exampleFrame } from '../testing/exampleFrame.ts'
import { situations } from '../testing/situations.ts'
import { type ColumnShape, columnShape } from './columnShape.ts'
import { heightOf, skylineOf } from './skyline.ts'

const view = { isUnfolded: true, selection: null, theme: 'dark', isReducedMotion: true }

function columnsOf(frame: Frame): ColumnShape[] {
  const layout = layoutStage(frame, view, { width: 1440, height: 620 })
  const group = frame.groups.find(({ id }) => id === layout.group) as GroupView
  const skyline = skylineOf(group, layout.grid)
  return layout.columns.map(place => {
    const isUp = frame.nodes.some(({ id, isUp }) => id === place.node && isUp)
    return columnShape({ group, skyline, place, isUp, isUnfolded: true })
  })
}

/** A column as a person would tell it: how many cells of each kind. */
function told(column: ColumnShape): string {
  const kinds = ['safe', 'fresh', 'floating', 'hole', 'coming', 'annulled'] as const
  const counts = kinds.map(kind => [kind, column[kind].split('M').length - 1] as const)
  const cells = counts.filter(([, count]) => count > 0).map(([kind, count]) => `${count} ${kind}`)
  return [column.id, ...cells, ...(column.isDown ? ['down'] : [])].join(' · ')
}

describe('columns', () => {
  it('tells who has what: held and safe, held and fresh, on its way', () => {
    expect(columnsOf(exampleFrame()).map(told)).toMatchInlineSnapshot(`
      [
        "pg1/a1 · 11 safe · 1 fresh",
        "pg1/a2 · 11 safe · 1 fresh",
        "pg1/b1 · 11 safe · 1 fresh",
        "pg1/b2 · 9 safe · 3 coming",
        "pg1/c1 · 11 safe · 1 coming",
        "pg1/c2 · 10 safe · 2 coming",
      ]
    `)
  })

  it('leaves a hole open and lets what lies above it float', () => {
    const frame = exampleFrame()
    const group = frame.groups[0] as GroupView
    for (const record of group.records) if (record.lsn > 851) record.heldBy = 0b111111
    for (const [bit, segment] of group.segments.entries()) segment.scl = bit === 3 ? 850 : 853
    expect(told(columnsOf(frame)[3] as ColumnShape)).toContain('2 floating · 1 hole')
    expect(told(columnsOf(frame)[0] as ColumnShape)).not.toContain('hole')
  })

  it('crosses out what recovery annulled, where a copy holds it', () => {
    const columns = columnsOf(situations['the writer opens']?.() as Frame).map(told)
    expect(columns[0]).toContain('2 annulled')
    expect(columns[5]).not.toContain('annulled')
  })

  it('shows nothing on its way to a copy that is down', () => {
    const columns = columnsOf(situations['one copy is down']?.() as Frame).map(told)
    expect(columns[5]).toContain('down')
    expect(columns[5]).not.toContain('coming')
  })

  it('ends the solid body at the SCL', () => {
    const frame = exampleFrame()
    const group = frame.groups[0] as GroupView
    const layout = layoutStage(frame, view, { width: 1440, height: 620 })
    const skyline = skylineOf(group, layout.grid)
    for (const [bit, column] of columnsOf(frame).entries())
      expect(column.body.y).toBe(heightOf(skyline, group.segments[bit]?.scl ?? 0))
  })
})

describe('the window of cells', () => {
  it('never shows more than fit, and everything while all fit', () => {
    const group = exampleFrame().groups[0] as GroupView
    const grid = { rows: 8, cellHeight: 20, baseHeight: 20, bottom: 400 }
    for (let count = 1; count <= 14; count += 1) {
      const records = group.records.slice(0, count)
      const all = skylineOf({ ...group, olderCount: 0, records }, grid)
      expect(all.records.length).toBeLessThanOrEqual(8)
      expect(all.records.at(-1)).toBe(records.at(-1))
      expect(all.older + all.records.length).toBe(count)
      if (count <= 8) expect(all.older).toBe(0)
    }
  })
})
