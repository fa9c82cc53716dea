/** The bracket touches only the columns that carry the PGCL (DESIGN §6). */
import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import type { Frame, GroupView } from '../../../engine/contract/frame.ts'
import { right } from '../geometry.ts'
import { layoutStage } from '../layout/layoutStage.ts'
import type { Layout } from '../layout/layout.ts'
import { exampleFrame } from '../testing/exampleFrame.ts'
import { type BracketShape, bracketShape } from './bracketShape.ts'
import { skylineOf } from './skyline.ts'

interface Drawn {
  layout: Layout
  bracket: BracketShape
}

function drawn(frame: Frame, isUnfolded: boolean): Drawn {
  const view = { isUnfolded, selection: null, theme: 'dark', isReducedMotion: true }
  const layout = layoutStage(frame, view, { width: 1440, height: 620 })
  const group = frame.groups[0] as GroupView
  const skyline = skylineOf(group, layout.grid)
  const { volume } = frame
  return { layout, bracket: bracketShape({ layout, skyline, group, volume, isUnfolded }) }
}

/** From where to where each stroke goes. */
function spans(path: string): [number, number][] {
  return [...path.matchAll(/M([\d.]+) [\d.]+V[\d.]+H([\d.]+)/g)].map(([, from, to]) => [
    Number(from),
    Number(to),
  ])
}

describe('safe up to here', () => {
  test.prop([fc.integer({ min: 0, max: 63 }), fc.boolean()])(
    'lies over a column exactly when the column carries it',
    (carries, isUnfolded) => {
      const frame = exampleFrame()
      Object.assign(frame.groups[0] as GroupView, { carriesPgcl: carries })
      const { layout, bracket } = drawn(frame, isUnfolded)
      for (const { bit, box } of layout.columns) {
        const middle = (box.x + right(box)) / 2
        const isTouched = spans(bracket.path).some(([from, to]) => from < middle && middle < to)
        expect(isTouched).toBe(((carries >> bit) & 1) === 1)
      }
    },
  )

  it('is one mark when folded, and names PGCL and VDL when unfolded', () => {
    const frame = exampleFrame()
    const words = (isUnfolded: boolean) => drawn(frame, isUnfolded).bracket.labels.map(l => l.text)
    expect(words(false)).toEqual(['safe up to here'])
    expect(words(true)).toEqual(['PGCL 852', '= VDL 852'])
    frame.volume.vdl = 849
    expect(words(true)).toEqual(['PGCL 852', 'VDL 849'])
  })
})
