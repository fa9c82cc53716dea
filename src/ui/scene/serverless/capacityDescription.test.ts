/** What a screen reader hears of an instance that breathes. */
import { expect, it } from 'vitest'
import { layoutStage } from '../layout/layoutStage.ts'
import { serverlessFrame, serverlessSituations } from '../testing/serverlessFrames.ts'
import { capacityDescription } from './capacityDescription.ts'
import { serverlessScene } from './serverlessScene.ts'

it('says what an instance has, needs, and which way it goes', () => {
  expect(capacityDescription(serverlessFrame(), 'w1')).toBe('rising, 9.5 of 16 ACU, needs 10.9')
  expect(capacityDescription(serverlessFrame(), 'w2')).toBe('')
})

it('stands in the picture for every serverless instance', () => {
  const frame = serverlessSituations['a writer and two readers']!()
  const view = { isUnfolded: false, selection: null, theme: 'dark', isReducedMotion: true }
  const layout = layoutStage(frame, view, { width: 1024, height: 480 })
  const { descriptions } = serverlessScene(frame, layout)
  expect(descriptions.map(({ id }) => id)).toEqual(['w1', 'r1', 'r2'])
  expect(descriptions[2]?.text).toBe('r2: asleep, 0 of 16 ACU')
})
