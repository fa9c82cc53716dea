/** Typed SQL on the stage: what is drawn, and that its words keep apart from all others. */
import { describe, expect, it } from 'vitest'
import type { Frame } from '../../../engine/contract/frame.ts'
import { layoutStage } from '../layout/layoutStage.ts'
import { createWiring } from '../routes/routeBetween.ts'
import { drawScene } from '../scene.ts'
import type { StageSize, StageView } from '../stageView.ts'
import { exampleFrame } from '../testing/exampleFrame.ts'
import { crossed, outside, overlapping, stageSizes } from '../testing/labelFaults.ts'
import {
  exampleLock,
  exampleSession,
  exampleSql,
  sqlSituations,
  withSqlView,
} from '../testing/sqlFrames.ts'
import { volumeScene } from '../volume/volumeScene.ts'
import { type SqlScene, sqlScene } from './sqlScene.ts'

const view: StageView = { isUnfolded: false, selection: null, theme: 'dark', isReducedMotion: true }

function wire(frame: Frame, size: StageSize) {
  return createWiring(layoutStage(frame, view, size), false)
}

function sceneOf(frame: Frame, size: StageSize): SqlScene {
  const scene = sqlScene(frame, wire(frame, size))
  if (scene === null) throw new Error('no SQL is drawn')
  return scene
}

const wide = { width: 1440, height: 620 }

const waiting = withSqlView(
  exampleFrame(),
  sqlSituations['two sessions, one waits'] ?? exampleSql([]),
)

describe('typed SQL on the stage', () => {
  it('is not drawn where nobody typed, and takes no room there', () => {
    const frame = exampleFrame()
    expect(sqlScene(frame, wire(frame, wide))).toBeNull()
    expect(layoutStage(frame, view, wide).consoles).toBeNull()
  })

  it('names each session, by a sign of its state, and on whom it waits', () => {
    const { pills } = sceneOf(waiting, wide)
    expect(pills.map(({ sign, label }) => `${sign}: ${label.text}`)).toEqual([
      'waiting: bob waits for ann',
      'open: ann',
    ])
  })

  it('draws a page with locks, who holds it and who waits', () => {
    const { pages } = sceneOf(waiting, wide)
    expect(pages.map(({ isWaitedFor }) => isWaitedFor)).toEqual([true])
    expect(pages[0]?.labels.map(({ text }) => text)).toEqual(['page 12', 'ann', 'waits: bob'])
  })

  it('draws one such page below the words of a serverless cluster', () => {
    const serverless: Frame['serverless'] = { instances: [], demand: [], meter: {} as never }
    const frame = { ...waiting, serverless }
    const wiring = wire(frame, wide)
    const { pages } = sqlScene(frame, wiring)!
    const { volume } = wiring.layout
    expect(pages.map(({ box }) => volume.y - box.y)).toEqual([60])
  })

  it('says the same in words', () => {
    expect(sceneOf(waiting, wide).descriptions.map(({ text }) => text)).toEqual([
      'Session ann at w1 has a transaction open',
      'Session bob at w1 waits for ann: account id 1',
      'Page 12: locked by ann, bob waits',
    ])
  })

  it('draws the way from the sessions to the instance they use', () => {
    expect(sceneOf(waiting, wide).ways.map(({ to }) => to)).toEqual(['w1'])
  })

  it('counts what it has no room for', () => {
    const sessions = Array.from({ length: 30 }, (_, k) => exampleSession(`session ${k}`, 'idle'))
    const locks = Array.from({ length: 30 }, (_, k) => exampleLock('session 1', 100 + k))
    const scene = sceneOf(withSqlView(exampleFrame(), exampleSql(sessions, locks)), wide)
    const texts = scene.labels.map(({ text }) => text)
    expect(texts).toContain(`+${30 - scene.pills.length}`)
    expect(texts).toContain(`+${30 - scene.pages.length} pages`)
  })
})

describe.each(stageSizes)('at $width×$height', size => {
  const frames = { '': exampleFrame(), ' with readers': exampleFrame({ readers: 3 }) }
  for (const [more, plain] of Object.entries(frames)) {
    it.each(Object.entries(sqlSituations))(`${more} %s: words keep apart`, (_, sql) => {
      const frame = withSqlView(plain, sql)
      const wiring = wire(frame, size)
      const { layout } = wiring
      const common = drawScene(frame, view, wiring)
      const volume = volumeScene(frame, layout)
      const labels = [...common.labels, ...volume.labels, ...sceneOf(frame, size).labels]
      expect(overlapping(labels)).toEqual([])
      expect(outside(labels, layout.size)).toEqual([])
      expect(crossed(wiring, ['consoles', 'w1'], labels)).toEqual([])
    })
  }
})
