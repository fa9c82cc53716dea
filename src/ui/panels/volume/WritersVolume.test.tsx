/** What the volume panel says of several writers: each has log points of its own (T1, T2). */
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { WriterLaneView } from '../../../engine/contract/multiMasterView.ts'
import { isKnown, say } from '../../../words/say.ts'
import { multiMasterSituations } from '../../scene/testing/multiMasterSituations.ts'
import './VolumePanel.tsx'
import { rulerScale } from './rulerScale.ts'
import { writerMarks } from './writerMarks.ts'
import { WritersVolume } from './WritersVolume.tsx'

function frameOf() {
  const frame = multiMasterSituations['3 writers, 2 groups']?.()
  if (frame?.multiMaster == null) throw new Error('there is no such situation')
  return { frame, view: frame.multiMaster }
}

function marksOf(changes: Partial<WriterLaneView> = {}) {
  const { frame, view } = frameOf()
  const writer = { ...(view.writers[1] as WriterLaneView), ...changes }
  const group = frame.groups[0]
  const lane = writer.groups[0]
  if (group === undefined || lane === undefined) throw new Error('the writer has a lane')
  return writerMarks({ frame, writer, group, lane })
}

describe('the marks of a writer', () => {
  it('are its own, with an SCL for each copy', () => {
    const marks = marksOf()
    expect(marks.map(({ name }) => name)).toEqual(
      [...'ABCDEF'].map(letter => `SCL ${letter}`).concat('PGCL', 'VCL', 'VDL', 'Highest'),
    )
    const at = (id: string) => marks.find(its => its.id === id)?.lsn
    expect([at('vcl'), at('vdl'), at('highest')]).toEqual([142, 142, 144])
    expect([at('scl-0'), at('scl-3')]).toEqual([143, 140])
  })

  it('say what they wait for, and stand on one axis', () => {
    const marks = marksOf()
    for (const { waits } of marks) expect(isKnown(waits.key)).toBe(true)
    const said = marks.map(({ waits }) => say(waits)).join(' ')
    expect(said).toContain('VCL of w2 waits for the verdict on LSN 144, a change of page 17')
    expect(said).toContain('PGCL of w2 in pg1 waits until a write set of copies has LSN 144')
    expect(said).toContain('Copy D waits for LSN 141')
    const scale = rulerScale(marks)
    expect(scale.place(142)).toBeGreaterThan(0.5)
  })

  it('move no more while the writer has no power, and those of others do', () => {
    const keys = marksOf({ status: 'offline' }).map(({ waits }) => waits.key)
    expect(keys.filter(key => key === 'volume.lane.offline')).toHaveLength(4)
    expect(marksOf({ status: 'recovery' }).map(({ waits }) => waits.key)).toContain(
      'volume.lane.recovery',
    )
  })
})

it('the panel tells the points of all writers, and the quorums that they share', () => {
  const { frame, view } = frameOf()
  const html = renderToStaticMarkup(<WritersVolume {...{ frame, view, selection: 'w2' }} />)
  for (const [id, vdl, highest] of [
    ['w1', 42, 44],
    ['w2', 142, 144],
    ['w3', 242, 244],
  ])
    expect(html).toMatch(new RegExp(`${id}</button></th><td>1</td><td>${vdl}.*<td>${highest}`))
  expect(html).toContain('aria-pressed="true">w2')
  expect(html).toContain('4 of {A B C D E F} ✓ met')
})
