/**
 * A stage for a wall is laid out with the letters that it will have: no two words overlap and none
 * leaves it, on a wall of 1920 pixels, magnified little and much.
 */
import { afterEach, expect, it } from 'vitest'
import type { Frame } from '../../engine/contract/frame.ts'
import { label, textWidth } from './label.ts'
import { layoutStage } from './layout/layoutStage.ts'
import { setLeastLetter } from './letters.ts'
import { multiMasterScene } from './multimaster/multiMasterScene.ts'
import { createWiring } from './routes/routeBetween.ts'
import { drawScene } from './scene.ts'
import { serverlessScene } from './serverless/serverlessScene.ts'
import type { StageSize, StageView } from './stageView.ts'
import { outside, overlapping } from './testing/labelFaults.ts'
import { multiMasterFrame } from './testing/multiMasterFrames.ts'
import { causesFrame, multiMasterSituations } from './testing/multiMasterSituations.ts'
import { serverlessSituations } from './testing/serverlessFrames.ts'
import { situations } from './testing/situations.ts'

function viewOf(isUnfolded: boolean): StageView {
  return { isUnfolded, selection: null, theme: 'light', isReducedMotion: true }
}

const wall = { width: 1920, height: 735, letter: 28 }

function faults(frame: Frame, view: StageView, zoom: number): string[] {
  setLeastLetter(wall.letter / zoom)
  const size: StageSize = {
    width: Math.round(wall.width / zoom),
    height: Math.round(wall.height / zoom),
  }
  const { layout, ...wiring } = createWiring(layoutStage(frame, view, size), false)
  const { labels } = drawScene(frame, view, { layout, ...wiring })
  const ofWriters = frame.multiMaster === null ? [] : multiMasterScene(frame, layout, view).labels
  const breathing = frame.serverless === null ? [] : serverlessScene(frame, layout).labels
  const all = [...labels, ...ofWriters, ...breathing].filter(({ text }) => text !== '')
  expect(all.length).toBeGreaterThan(10)
  expect(all.filter(its => its.size < wall.letter / zoom - 0.01)).toEqual([])
  return [...overlapping(all), ...outside(all, layout.size)]
}

afterEach(() => setLeastLetter(0))

const all = { ...situations, ...multiMasterSituations, ...serverlessSituations }

it.each(Object.keys(all))('keeps large words apart: %s', name => {
  const frame = all[name as keyof typeof all]?.() as Frame
  const zooms = frame.multiMaster === null ? [1.4, 1.7, 2] : [1, 1.2]
  const views = [viewOf(false), viewOf(true)]
  const found = zooms.flatMap(zoom => views.flatMap(view => faults(frame, view, zoom)))
  expect([...new Set(found)]).toEqual([])
})

function onWall(frame: Frame, zoom: number) {
  setLeastLetter(wall.letter / zoom)
  const size = { width: Math.round(wall.width / zoom), height: Math.round(wall.height / zoom) }
  const { labels, writers } = multiMasterScene(
    frame,
    layoutStage(frame, viewOf(false), size),
    viewOf(false),
  )
  return { labels, lines: writers.map(writer => writer.labels.map(({ id }) => id.slice(3))) }
}

it('says all of a writer and of an answer, which is beside it without a wall', () => {
  const { labels, lines } = onWall(multiMasterFrame(), 1.7)
  const whole = ['status', 'commits', 'transaction']
  expect(lines).toEqual([whole, whole])
  const title = labels.find(({ id }) => id === 'pages')?.text
  expect(title).toMatch(/✕ refused \(w2: w1 is in flight; w2: v41, holds v42/)
})

it('says of each of four writers what it does now', () => {
  const { lines } = onWall(causesFrame({ writers: 4 }), 1)
  const said = lines.map(line => line.join()).sort()
  expect(said).toEqual([
    ...['status,commits', 'status,commits'],
    ...['status,transaction', 'status,transaction'],
  ])
})

it('measures every width with the letters of the wall', () => {
  const [few, many] = [textWidth('w2 refused', 10), textWidth('w2 refused', 40)]
  setLeastLetter(20)
  expect(textWidth('w2 refused', 10)).toBe(2 * few)
  expect(textWidth('w2 refused', 40)).toBe(many)
  expect(label({ id: 'a', text: 'a', x: 0, y: 0 }).size).toBe(20)
})
