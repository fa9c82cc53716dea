/**
 * Calm (DESIGN §6): label lanes are reserved. No two words overlap, no way of a message crosses a
 * word, and no word leaves the stage, at five sizes, in every situation, folded and unfolded, those
 * of the shared volume included.
 */
import { describe, expect, it } from 'vitest'
import type { Frame } from '../../engine/contract/frame.ts'
import { type Box, intersects } from './geometry.ts'
import { type Label, labelBox } from './label.ts'
import { layoutStage } from './layout/layoutStage.ts'
import { positionAt } from './routes/positionAt.ts'
import { createWiring, routeBetween, type Wiring } from './routes/routeBetween.ts'
import { drawScene, type Scene } from './scene.ts'
import { learnNodeWords } from './shapes/nodeWords.ts'
import type { StageSize, StageView } from './stageView.ts'
import { exampleFrame } from './testing/exampleFrame.ts'
import { extremeSituations, situations } from './testing/situations.ts'
import { crossed, extremeSizes, outside, overlapping, stageSizes } from './testing/labelFaults.ts'
import { volumeSituations } from './testing/volumeSituations.ts'
import { volumeNodeWords } from './volume/volumeNodeWords.ts'
import { volumeScene } from './volume/volumeScene.ts'

learnNodeWords(volumeNodeWords)

const all = { ...situations, ...volumeSituations }

function viewOf(isUnfolded: boolean): StageView {
  return { isUnfolded, selection: null, theme: 'dark', isReducedMotion: true }
}

function wire(frame: Frame, view: StageView, size: StageSize, isBundled: boolean): Wiring {
  return createWiring(layoutStage(frame, view, size), isBundled)
}

/** Every way on which messages may go: to, from and between instances, and between copies. */
function pairsOf({ actors, instances, applications, nodes }: Frame): [string, string][] {
  const clients = applications.map(({ id, on }): [string, string] => [id, on])
  const writes = instances.flatMap(({ id }) =>
    actors.filter(actor => actor.startsWith('node')).map((node): [string, string] => [id, node]),
  )
  const gossip = nodes
    .slice(0, 3)
    .flatMap(({ id }) => nodes.slice(-4).map((node): [string, string] => [id, node.id]))
  const peers = instances.slice(1).map(({ id }): [string, string] => [instances[0]?.id ?? '', id])
  return [...clients, ...writes, ...gossip, ...peers].flatMap(([from, to]) => [
    [from, to],
    [to, from],
  ])
}

function crossings(frame: Frame, wiring: Wiring, labels: Label[]): string[] {
  return pairsOf(frame).flatMap(pair => crossed(wiring, pair, labels))
}

/** The level strokes of the bracket and of its leader. */
function strokesOf({ bracket }: Scene): Box[] {
  const level = /M([\d.]+) ([\d.]+)(?:V([\d.]+))?H([\d.]+)/g
  return [...`${bracket.path}${bracket.leader}`.matchAll(level)].map(([, x, y, up, end]) => {
    return { x: Number(x), y: Number(up ?? y) - 1, width: Number(end) - Number(x), height: 2 }
  })
}

function struck(scene: Scene): string[] {
  const strokes = strokesOf(scene)
  const isStruck = (label: Label) => strokes.some(stroke => intersects(stroke, labelBox(label)))
  return scene.labels.filter(isStruck).map(({ text }) => `the bracket crosses "${text}"`)
}

/** The names inside the chips are the ends of ways, not words that a way crosses. */
function withoutEnds(labels: Label[], frame: Frame): Label[] {
  const ends = new Set(frame.nodes.map(({ id }) => `${id}-name`))
  return labels.filter(({ id }) => !ends.has(id) && !id.endsWith('-role'))
}

function complaints(frame: Frame, size: StageSize, isUnfolded: boolean): string[] {
  const view = viewOf(isUnfolded)
  const wiring = wire(frame, view, size, false)
  const scene = drawScene(frame, view, wiring)
  const labels = [...scene.labels, ...volumeScene(frame, wiring.layout).labels]
  const words = withoutEnds(labels, frame)
  return [
    ...overlapping(labels),
    ...struck({ ...scene, labels }),
    ...outside(labels, wiring.layout.size),
    ...crossings(frame, wiring, words),
    ...crossings(frame, wire(frame, view, size, true), words),
  ]
}

describe.each(stageSizes)('at $width × $height', size => {
  describe.each(Object.keys(all))('%s', name => {
    it.each([false, true])('keeps words and ways apart, unfolded: %s', isUnfolded => {
      expect(complaints(all[name]?.() as Frame, size, isUnfolded)).toEqual([])
    })
  })

  it.each(['az-a', 'az-b', 'az-c'])('keeps them apart with the writer in %s', writerZone => {
    expect(complaints(exampleFrame({ writerZone }), size, true)).toEqual([])
  })
})

describe.each([...stageSizes, ...extremeSizes])('at $width × $height, at the extremes', size => {
  it.each(Object.keys(extremeSituations))('keeps words and ways apart: %s', name => {
    const frame = extremeSituations[name]?.() as Frame
    const views = size.width === 717 ? [false, true] : [false]
    const found = views.flatMap(isUnfolded => complaints(frame, size, isUnfolded))
    expect([...new Set(found)]).toEqual([])
  })
})

it('finds a word that stands in the way', () => {
  const frame = exampleFrame()
  const wiring = wire(frame, viewOf(false), stageSizes[0] as StageSize, false)
  const { labels } = drawScene(frame, viewOf(false), wiring)
  const { x, y } = positionAt(routeBetween(wiring, 'w1', 'node-a1') as never, 0.5)
  const moved = labels.map(label => (label.id === 'endpoint' ? { ...label, x, y } : label))
  expect(crossings(frame, wiring, moved)).toContain('w1 to node-a1 crosses "endpoint"')
  const level = strokesOf(drawScene(frame, viewOf(false), wiring))[0]
  expect(level?.width).toBeGreaterThan(100)
  expect(overlapping([labels[0] as Label, labels[0] as Label])).toHaveLength(1)
})
