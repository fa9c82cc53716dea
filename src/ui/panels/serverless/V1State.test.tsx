/** What the panel says of Serverless v1: who is in the way, the countdown, the waits. */
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { V1View } from '../../../engine/contract/serverlessV1.ts'
import { serverlessFrame } from '../../scene/testing/serverlessFrames.ts'
import { v1Capacity } from '../../scene/testing/v1Frames.ts'
import { learnSentences } from '../../../words/say.ts'
import { serverlessV1Sentences } from '../../../words/serverlessV1Sentences.ts'
import { engineStore } from '../../store/engineStore.ts'
import { ServerlessPanel } from './ServerlessPanel.tsx'

learnSentences(serverlessV1Sentences)

/** A server renders the initial state of a store, so that is what is set here. */
function panelOf(changes: Partial<V1View> = {}): string {
  const frame = { ...serverlessFrame([v1Capacity(changes)]), at: 0 }
  Object.assign(engineStore.getInitialState(), { frame })
  return renderToStaticMarkup(<ServerlessPanel />)
}

it('names who is in the way of the scaling point, why, and how long the search goes on', () => {
  const html = panelOf()
  expect(html).toContain('<strong>clerk</strong>: open transaction, for 70 s')
  expect(html).toContain('2 → 4 ACU, rolled back in 4 min 30 s')
  expect(html).toContain('aria-label="Time left for the search"')
})

it('shows both waits as rings with words', () => {
  const html = panelOf()
  expect(html).toContain('Step up: may come at once')
  expect(html).toContain('Step down: in 7 min 30 s at the earliest')
})

it('offers the listed steps of the range while it runs, and nothing of v2', () => {
  const html = panelOf({ state: 'running', search: null })
  expect(html.match(/>(2|4|8|16) ACU<\/button>/g)).toHaveLength(4)
  expect(html).toMatch(/disabled=""[^>]*>2 ACU/)
  expect(html).not.toContain('Growth allowance')
  expect(html).toContain('This is Serverless v1, retired on 31 March 2025')
})

it('has sliders for the range that know the listed steps of the edition only', () => {
  const html = panelOf({ state: 'running', search: null })
  const sliders = html.match(/<span role="slider"[^>]*capacity"[^>]*>/g)!
  expect(sliders).toHaveLength(2)
  expect(sliders.every(slider => slider.includes('aria-valuemax="8"'))).toBe(true)
  expect(sliders[0]).toContain('aria-valuetext="2 ACU"')
  expect(html).toContain('Listed steps only: 1, 2, 4, 8, 16, 32, 64, 128, 256 ACU')
})
