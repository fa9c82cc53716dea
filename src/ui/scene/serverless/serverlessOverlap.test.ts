/**
 * Calm (DESIGN §6) with a breathing instance: no word of the whole picture overlaps another or
 * leaves the stage, no way of a message crosses one, and no word lies on a circle or a tank.
 */
import { describe, expect, it } from 'vitest'
import type { Frame } from '../../../engine/contract/frame.ts'
import { type Box, bottom, intersects, right } from '../geometry.ts'
import { type Label, labelBox } from '../label.ts'
import { layoutStage } from '../layout/layoutStage.ts'
import { positionAt } from '../routes/positionAt.ts'
import { createWiring, routeBetween, type Wiring } from '../routes/routeBetween.ts'
import { drawScene } from '../scene.ts'
import type { StageSize, StageView } from '../stageView.ts'
import { serverlessSituations } from '../testing/serverlessFrames.ts'
import { type ServerlessScene, serverlessScene } from './serverlessScene.ts'

const sizes: StageSize[] = [
  { width: 1440, height: 620 },
  { width: 1024, height: 480 },
  { width: 800, height: 480 },
  { width: 717, height: 430 },
  { width: 390, height: 560 },
]

const view: StageView = {
  isUnfolded: true,
  selection: null,
  theme: 'dark',
  isReducedMotion: true,
}

function overlapping(labels: Label[]): string[] {
  return labels.flatMap((one, index) =>
    labels
      .slice(index + 1)
      .filter(other => intersects(labelBox(one), labelBox(other)))
      .map(other => `"${one.text}" overlaps "${other.text}"`),
  )
}

function outside(labels: Label[], { width, height }: StageSize): string[] {
  const isInside = (box: Box) =>
    box.x >= 0 && box.y >= 0 && right(box) <= width && bottom(box) <= height
  return labels.filter(label => !isInside(labelBox(label))).map(({ text }) => `"${text}" is out`)
}

function covered({ breathing, labels }: ServerlessScene): string[] {
  const solid = breathing.flatMap(({ x, y, outline, tank }): Box[] => [
    { x: x - outline, y: y - outline, width: 2 * outline, height: 2 * outline },
    ...(tank === null ? [] : [tank.box]),
  ])
  const isCovered = (label: Label) => solid.some(box => intersects(box, labelBox(label)))
  return labels.filter(isCovered).map(({ text }) => `"${text}" lies on a circle or a tank`)
}

function crossings(frame: Frame, wiring: Wiring, labels: Label[]): string[] {
  const pairs = frame.instances.flatMap(({ id }) =>
    frame.actors.filter(actor => actor !== id).map(actor => [id, actor] as const),
  )
  return pairs.flatMap(([from, to]) => {
    const route = to.startsWith('node') || to === 'shop' ? routeBetween(wiring, to, from) : null
    if (route === null) return []
    const steps = Array.from({ length: 101 }, (_, k) => positionAt(route, k / 100))
    return labels
      .filter(label =>
        steps.some(({ x, y }) =>
          intersects(labelBox(label), { x: x - 0.5, y: y - 0.5, width: 1, height: 1 }),
        ),
      )
      .map(({ text }) => `${from} to ${to} crosses "${text}"`)
  })
}

function complaints(frame: Frame, size: StageSize): string[] {
  const wiring = createWiring(layoutStage(frame, view, size), false)
  const own = serverlessScene(frame, wiring.layout)
  const { labels } = drawScene(frame, view, wiring)
  return [
    ...overlapping([...labels, ...own.labels]),
    ...outside(own.labels, wiring.layout.size),
    ...covered(own),
    ...crossings(frame, wiring, own.labels),
  ]
}

describe.each(sizes)('at $width × $height', size => {
  it.each(Object.keys(serverlessSituations))('%s', name => {
    expect(complaints(serverlessSituations[name]?.() as Frame, size)).toEqual([])
  })
})
