/** What the stage says of a page cache that is not full, or that outlived its process (D26). */
import { describe, expect, it } from 'vitest'
import type { Frame, InstanceView } from '../../../engine/contract/frame.ts'
import { layoutStage } from '../layout/layoutStage.ts'
import { createWiring } from '../routes/routeBetween.ts'
import { drawScene } from '../scene.ts'
import type { StageSize, StageView } from '../stageView.ts'
import { exampleFrame } from '../testing/exampleFrame.ts'
import { outside, overlapping, stageSizes } from '../testing/labelFaults.ts'

const view: StageView = { isUnfolded: false, selection: null, theme: 'dark', isReducedMotion: true }

function frameOf(more: Partial<InstanceView>): Frame {
  const frame = exampleFrame()
  const instances = frame.instances.map(its => ({ ...its, parkedCommits: 0, ...more }))
  return { ...frame, instances }
}

function labelsOf(frame: Frame, size: StageSize) {
  return drawScene(frame, view, createWiring(layoutStage(frame, view, size), false)).labels
}

const cases: Record<string, Partial<InstanceView>> = {
  'cache 12 %': { status: 'open', cachedPages: 61 },
  'cache kept': { status: 'down', cachedPages: 512 },
}

describe.each(stageSizes)('at $width×$height', size => {
  it.each(Object.entries(cases))('%s', (words, more) => {
    const labels = labelsOf(frameOf(more), size)
    const shown = labels.map(({ text }) => text.replace('…', '')).filter(text => /^cac/.test(text))
    expect(shown).toHaveLength(1)
    expect(words.startsWith(shown[0]!.trimEnd())).toBe(true)
    expect(overlapping(labels)).toEqual([])
    expect(outside(labels, size)).toEqual([])
  })
})

it('says so whole where there is room', () => {
  for (const [words, more] of Object.entries(cases)) {
    expect(labelsOf(frameOf(more), stageSizes[0]!).map(({ text }) => text)).toContain(words)
  }
})

it('says nothing of a warm cache, or of one that is gone', () => {
  const texts = [{ cachedPages: 500 }, { status: 'down' as const, cachedPages: 0 }].flatMap(more =>
    labelsOf(frameOf(more), stageSizes[0]!).map(({ text }) => text),
  )
  expect(texts.filter(text => text.startsWith('cache'))).toEqual([])
})
