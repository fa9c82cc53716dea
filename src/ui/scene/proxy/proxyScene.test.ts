/** A proxy on the stage: its mark, its ways, and that its word keeps apart from all others. */
import { describe, expect, it } from 'vitest'
import type { ProxyView } from '../../../engine/contract/availabilityView.ts'
import type { Frame } from '../../../engine/contract/frame.ts'
import { layoutStage } from '../layout/layoutStage.ts'
import { createWiring } from '../routes/routeBetween.ts'
import { drawScene } from '../scene.ts'
import type { StageSize, StageView } from '../stageView.ts'
import { exampleFrame } from '../testing/exampleFrame.ts'
import { crossed, outside, overlapping, stageSizes } from '../testing/labelFaults.ts'
import { volumeScene } from '../volume/volumeScene.ts'
import { proxyScene } from './proxyScene.ts'

const view: StageView = { isUnfolded: false, selection: null, theme: 'dark', isReducedMotion: true }
const wide = { width: 1440, height: 620 }

function frameOf(given: Partial<ProxyView> = {}): Frame {
  const frame = exampleFrame({ readers: 1, applications: 2 })
  const proxy: ProxyView = {
    clients: [frame.applications[0]!.id],
    writer: frame.instances[0]!.id,
    phase: 'open',
    since: 0,
    waiting: 0,
    oldestWaitingAt: null,
    busy: 3,
    opened: 4,
    most: 20,
    ...given,
  }
  return { ...frame, proxy }
}

function wire(frame: Frame, size: StageSize) {
  return createWiring(layoutStage(frame, view, size), false)
}

describe('a proxy on the stage', () => {
  it('is not drawn where there is none', () => {
    const frame = exampleFrame()
    expect(proxyScene(frame, wire(frame, wide))).toBeNull()
  })

  it('has a way to its writer, and none while it has lost it; then it tells who waits', () => {
    const open = frameOf()
    expect(proxyScene(open, wire(open, wide))).toMatchObject({ phase: 'open' })
    expect(proxyScene(open, wire(open, wide))!.way).toMatch(/^M/)
    const lost = frameOf({ phase: 'lost', waiting: 12 })
    const scene = proxyScene(lost, wire(lost, wide))!
    expect(scene.way).toBeNull()
    expect(scene.label.text).toBe('proxy · 12 wait')
    expect(scene.description).toMatch(/: no writer, 12 requests wait\.$/)
  })

  it('lies between its application and the writer; others go past it', () => {
    const frame = frameOf()
    const { links } = drawScene(frame, view, wire(frame, wide))
    const clients = links.filter(({ kind }) => kind === 'client')
    expect(clients.map(({ to }) => to)).toEqual(['proxy', frame.instances[0]!.id])
  })
})

describe.each(stageSizes)('at $width×$height', size => {
  it.each(['open', 'lost', 'switching'] as const)('%s: words keep apart', phase => {
    const frame = frameOf({ phase, waiting: 600 })
    const wiring = wire(frame, size)
    const common = drawScene(frame, view, wiring)
    const volume = volumeScene(frame, wiring.layout)
    const { label } = proxyScene(frame, wiring)!
    const labels = [...common.labels, ...volume.labels, label]
    expect(overlapping(labels)).toEqual([])
    expect(outside(labels, wiring.layout.size)).toEqual([])
    expect(crossed(wiring, ['proxy', frame.instances[0]!.id], labels)).toEqual([])
  })
})
