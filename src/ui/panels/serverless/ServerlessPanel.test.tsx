/** What the panel of capacity says and how its controls are named. */
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { CapacityView } from '../../../engine/contract/serverlessView.ts'
import { isKnown, say } from '../../../words/say.ts'
import { serverlessFrame, serverlessSituations } from '../../scene/testing/serverlessFrames.ts'
import { engineStore } from '../../store/engineStore.ts'
import { viewStore } from '../../store/viewStore.ts'
import { capacityPhrase, pausePhrases } from './capacityPhrase.ts'
import { ServerlessPanel } from './ServerlessPanel.tsx'

/** A server renders the initial state of a store, so that is what is set here. */
function panelOf(changes: Partial<CapacityView>, isLocked = false): string {
  Object.assign(engineStore.getInitialState(), { frame: serverlessFrame([changes]) })
  Object.assign(viewStore.getInitialState(), { isLocked })
  return renderToStaticMarkup(<ServerlessPanel />)
}

describe('the panel of capacity', () => {
  it('names its sliders and says their values in words', () => {
    const html = panelOf({})
    expect(html).toContain('aria-label="Demand crowd" aria-valuetext="1,275 tps, moved by hand"')
    expect(html).toContain('aria-label="Sessions of shop" aria-valuetext="2 sessions"')
    expect(html).toMatch(/aria-label="Minimum capacity"[^>]* aria-valuetext="0 ACU, may pause"/)
    expect(html).toMatch(/aria-label="Maximum capacity"[^>]* aria-valuetext="16 ACU"/)
  })

  it('has no live region: what happens is said by the caption', () => {
    expect(panelOf({})).not.toMatch(/aria-live|role="(status|alert|log)"/)
  })

  it('says in a word which pressure binds', () => {
    expect(panelOf({}).match(/, binds/g)).toHaveLength(1)
    expect(panelOf({})).toMatch(/Memory<\/span>.*?10\.9 ACU, binds/)
  })

  it('marks the model as fitted and the price as a copy', () => {
    const html = panelOf({})
    expect(html).toContain('not AWS’s constants')
    expect(html).toContain('$0.12 an ACU-hour, $0.10 a GB-month, $0.20 a million I/Os.')
    expect(html).toContain('A static copy, not a live price.')
  })

  it('cannot be used while the stage is locked', () => {
    const disabled = /<input[^>]* disabled=""|role="slider"[^>]* aria-disabled="true"/g
    expect(panelOf({}, true).match(disabled)).toHaveLength(4)
    expect(panelOf({}).match(disabled)).toBeNull()
  })

  it('says so in a cluster without a serverless instance', () => {
    const frame = { ...serverlessFrame(), serverless: null }
    Object.assign(engineStore.getInitialState(), { frame })
    expect(renderToStaticMarkup(<ServerlessPanel />)).toContain('no serverless instance')
  })
})

describe('why it does not pause', () => {
  function reasons(changes: Partial<CapacityView>): string {
    const view = serverlessFrame([changes]).serverless?.instances[0] as CapacityView
    return pausePhrases(view).map(say).join(' ')
  }

  it('names every blocker', () => {
    expect(reasons({})).toBe('Not pausing: Three connections are open, busy or not')
    expect(reasons({ blockers: ['minAboveZero', 'readerAwake'], min: 500_000 })).toContain(
      'The minimum is 0.5 ACU',
    )
  })

  it('counts down when nothing keeps it awake', () => {
    const idle = { blockers: [], idleMicros: 130_000_000 }
    expect(reasons(idle)).toBe('Nothing keeps it awake: it pauses in 2 min 50 s.')
    expect(reasons({ ...idle, pauseAfterMicros: 0 })).toContain('needs a minimum of 0 ACU')
  })

  it('says nothing of it while it sleeps', () => {
    expect(reasons({ state: 'paused' })).toBe('')
  })
})

it.each(Object.entries(serverlessSituations))('has a sentence when it is %s', (_, situation) => {
  const frame = situation()
  for (const view of frame.serverless?.instances ?? []) {
    const phrase = capacityPhrase(view, frame.at)
    expect(isKnown(phrase.key)).toBe(true)
    expect(say(phrase)).not.toContain('?')
  }
})

it.each(['steady', 'rising'] as const)('says that it has the least it may have: %s', phase => {
  const target = phase === 'steady' ? 9_700_000 : 12_000_000
  const [view] = serverlessFrame([{ binding: 'floor', target }]).serverless?.instances ?? []
  const phrase = capacityPhrase(view as CapacityView, 0)
  expect(phrase.key).toBe(`capacity.${phase}.least`)
  expect(say(phrase)).toContain('the least it may have')
})
