/**
 * The picture of each moment as text, from the frame that the real engine sends at that instant.
 * Renewed by `npx vitest run src/ui/scene/moments.test.ts -u`, and read before it is kept. No two
 * of its words overlap and none leaves the stage, from a projector down to a phone.
 */
import { expect, test } from 'vitest'
import { moments } from '../../../e2e/moments.ts'
import type { Frame } from '../../engine/contract/frame.ts'
import { moreSentences } from '../../words/moreSentences.ts'
import { learnSentences } from '../../words/say.ts'
import { openMoment } from '../../workers/testing/openMoment.ts'
import { learnNodeWords } from './shapes/nodeWords.ts'
import type { StageView } from './stageView.ts'
import { outside, overlapping, stageSizes } from './testing/labelFaults.ts'
import { sceneText } from './testing/sceneText.ts'
import { type Look, wholePicture } from './testing/wholePicture.ts'
import { volumeNodeWords } from './volume/volumeNodeWords.ts'

learnSentences(moreSentences)
learnNodeWords(volumeNodeWords)

/** A text that is longer is not read. */
const mostLines = 200

const view: StageView = { isUnfolded: true, selection: null, theme: 'light', isReducedMotion: true }
const desk: Look = { view, size: { width: 1440, height: 620 } }

const looks: Look[] = [true, false].flatMap(isUnfolded =>
  stageSizes.map(size => ({ view: { ...view, isUnfolded }, size })),
)

function faultsOf(frame: Frame, look: Look): string[] {
  const { labels, size } = wholePicture(frame, look)
  const { width, height } = look.size
  const found = [...overlapping([...labels]), ...outside([...labels], size)]
  return found.map(fault => `${fault} at ${width} × ${height}`)
}

test.each(moments)('$name: $title', async ({ name, story, at, eyes }) => {
  const { frame, api, ask } = await openMoment(story, at)
  const known = eyes === undefined ? null : await ask(api.knowledge(eyes))
  const text = sceneText(wholePicture(known?.picture ?? frame, { ...desk, known }))
  expect(text.split('\n').length).toBeLessThanOrEqual(mostLines)
  await expect(text).toMatchFileSnapshot(`./__moments__/${name}.txt`)
  expect([...new Set(looks.flatMap(look => faultsOf(frame, look)))]).toEqual([])
})
