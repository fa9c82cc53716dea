/** C14 after an event: of the copies only those that it touched, and of these every one. */
import { expect, test } from 'vitest'
import { createTouched, type Context } from '../aurora/context.ts'
import { setMmStage } from '../testing/mmStage.ts'
import { versionsWithoutGap } from './versionsWithoutGap.ts'

test('C14: a copy that is ahead is caught by the event that changed it, and by no other', () => {
  const { simulation, mm } = setMmStage()
  const { world } = simulation
  const memory = versionsWithoutGap.remember(world)
  Object.assign(mm.pages, { latestCopied: [0], latestCopiedEvent: world.eventCount })
  mm.versions[3]![0]! += 5
  const askedAt = (slot: number) => {
    const touched = { ...createTouched(), segments: [slot], segmentCount: 1, hasCopied: true }
    return versionsWithoutGap.after({ world, touched } as unknown as Context, memory)
  }
  expect(askedAt(2)).toBeNull()
  expect(askedAt(3)).toMatchObject({ law: 'versionsWithoutGap', parameters: { slot: 3 } })
})
