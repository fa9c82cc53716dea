/** Typed SQL at several writers: waits among them, ages of reads, and locks inside one writer. */
import { describe, expect, it } from 'vitest'
import type { SqlSessionView } from '../../../engine/contract/sqlView.ts'
import { layoutStage } from '../layout/layoutStage.ts'
import { multiMasterScene } from '../multimaster/multiMasterScene.ts'
import { createWiring } from '../routes/routeBetween.ts'
import { drawScene } from '../scene.ts'
import type { StageSize, StageView } from '../stageView.ts'
import { outside, overlapping, stageSizes } from '../testing/labelFaults.ts'
import { multiMasterFrame } from '../testing/multiMasterFrames.ts'
import { exampleLock, exampleSession, exampleSql, withSqlView } from '../testing/sqlFrames.ts'
import { sqlScene } from './sqlScene.ts'

const view: StageView = { isUnfolded: false, selection: null, theme: 'dark', isReducedMotion: true }

function session(name: string, on: string, more: Partial<SqlSessionView>): SqlSessionView {
  return { ...exampleSession(name, 'inTransaction'), on, consistency: 'INSTANCE_RAW', ...more }
}

const wait = (what: 'regional' | 'verdict') => ({ what, resource: '', holders: [] })

const sessions = [
  session('ann', 'w1', { staleMicros: 22_300 }),
  session('bob', 'w2', { state: 'waiting', waitsFor: wait('regional') }),
  session('cyd', 'w2', { state: 'waiting', waitsFor: wait('verdict') }),
]

function sceneAt(size: StageSize, shown = sessions) {
  const locks = [
    { ...exampleLock('ann', 5), on: 'w1' },
    { ...exampleLock('cyd', 5), on: 'w2' },
  ]
  const frame = withSqlView(multiMasterFrame(), exampleSql(shown, locks))
  const wiring = createWiring(layoutStage(frame, view, size), false)
  const own = sqlScene(frame, wiring)
  if (own === null) throw new Error('no SQL is drawn')
  const labels = [
    ...drawScene(frame, view, wiring).labels,
    ...multiMasterScene(frame, wiring.layout, view).labels,
    ...own.labels,
  ]
  return { own, labels, size: wiring.layout.size }
}

const wide = { width: 1440, height: 620 }

describe('sessions at several writers', () => {
  it('say how old their last read was, and what they wait for among the writers', () => {
    const texts = (shown: SqlSessionView[]) =>
      sceneAt(wide, shown).own.pills.map(({ label }) => label.text)
    expect(texts(sessions.slice(0, 2))).toEqual(['bob waits for peers', 'ann, 22 ms behind'])
    expect(texts(sessions.slice(2))).toEqual(['cyd asks storage'])
  })

  it('leave that out where not all have room with it', () => {
    const texts = sceneAt(wide).own.pills.map(({ label }) => label.text)
    expect(texts).toEqual(['bob', 'cyd', 'ann'])
  })

  it('lock a page in their own writer only: two hold it, nobody waits', () => {
    const { pages, descriptions } = sceneAt(wide).own
    expect(pages.map(({ labels }) => labels.map(({ text }) => text))).toEqual([
      ['page 5 at w1', 'ann'],
      ['page 5 at w2', 'cyd'],
    ])
    expect(descriptions.map(({ text }) => text)).toContain('Page 5 at w2 alone: locked by cyd')
  })

  it.each(stageSizes)('keep their words apart at $width × $height', size => {
    const { labels, size: stage } = sceneAt(size)
    expect([...overlapping(labels), ...outside(labels, stage)]).toEqual([])
  })
})
