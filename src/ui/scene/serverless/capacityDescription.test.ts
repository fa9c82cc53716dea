import { expect, it } from 'vitest'
import { controls } from '../controls/controls.ts'
import { layoutStage } from '../layout/layoutStage.ts'
import { serverlessFrame, serverlessSituations } from '../testing/serverlessFrames.ts'
import { capacityDescription } from './capacityDescription.ts'

it('says what an instance has, needs, and which way it goes', () => {
  expect(capacityDescription(serverlessFrame(), 'w1')).toBe('rising, 9.5 of 16 ACU, needs 10.9')
  expect(capacityDescription(serverlessFrame(), 'w2')).toBe('')
})

it('stands beside the name of the instance on the stage', () => {
  const frame = serverlessSituations['asleep for hours']!()
  const view = { isUnfolded: false, selection: null, theme: 'dark', isReducedMotion: true }
  const layout = layoutStage(frame, view, { width: 1024, height: 480 })
  const writer = controls({ frame, layout, links: [], groups: [] }).find(({ id }) => id === 'w1')
  expect(writer?.name).toBe('Writer w1')
  expect(writer?.description).toBe('asleep, 0 of 16 ACU')
})
