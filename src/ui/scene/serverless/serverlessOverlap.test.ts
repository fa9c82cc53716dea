/**
 * Calm (DESIGN §6) with a breathing instance: no word of the whole picture overlaps another or
 * leaves the stage, no way of a message crosses one, and no word lies on a circle or a tank.
 */
import { describe, expect, it } from 'vitest'
import type { Frame } from '../../../engine/contract/frame.ts'
import { type Box, intersects } from '../geometry.ts'
import { type Label, labelBox } from '../label.ts'
import { layoutStage } from '../layout/layoutStage.ts'
import { createWiring, type Wiring } from '../routes/routeBetween.ts'
import { drawScene } from '../scene.ts'
import type { StageSize, StageView } from '../stageView.ts'
import { serverlessSituations } from '../testing/serverlessFrames.ts'
import { type ServerlessScene, serverlessScene } from './serverlessScene.ts'
import { crossed, outside, overlapping, stageSizes } from '../testing/labelFaults.ts'

const view: StageView = {
  isUnfolded: true,
  selection: null,
  theme: 'dark',
  isReducedMotion: true,
}

function covered({ breathing, labels }: ServerlessScene): string[] {
  const solid = breathing.flatMap(({ x, y, outline, tank }): Box[] => [
    { x: x - outline, y: y - outline, width: 2 * outline, height: 2 * outline },
    ...(tank === null ? [] : [tank.box]),
  ])
  const isCovered = (label: Label) => solid.some(box => intersects(box, labelBox(label)))
  return labels.filter(isCovered).map(({ text }) => `"${text}" lies on a circle or a tank`)
}

/** To the instance from storage and from its application. */
function crossings(frame: Frame, wiring: Wiring, labels: Label[]): string[] {
  const { actors, instances } = frame
  const others = actors.filter(actor => actor.startsWith('node') || actor === 'shop')
  return instances.flatMap(({ id }) =>
    others.flatMap(other => crossed(wiring, [other, id], labels)),
  )
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

describe.each(stageSizes)('at $width × $height', size => {
  it.each(Object.keys(serverlessSituations))('%s', name => {
    expect(complaints(serverlessSituations[name]?.() as Frame, size)).toEqual([])
  })
})
