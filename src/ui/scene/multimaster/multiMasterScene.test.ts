/** What the stage says of a contest: who keeps, who refuses and why, and when nobody wins. */
import { expect, it } from 'vitest'
import type { Frame } from '../../../engine/contract/frame.ts'
import { layoutStage } from '../layout/layoutStage.ts'
import { exampleProposal, multiMasterFrame } from '../testing/multiMasterFrames.ts'
import { splitFrame, syncingFrame } from '../testing/multiMasterSituations.ts'
import { multiMasterScene } from './multiMasterScene.ts'

const view = { isUnfolded: false, selection: null, theme: 'dark', isReducedMotion: true }

function sceneOf(frame: Frame, selection: string | null = null) {
  const chosen = { ...view, selection }
  return multiMasterScene(frame, layoutStage(frame, chosen, { width: 1440, height: 700 }), chosen)
}

it('stamps each copy with its answer to each change, and withdraws the yes of a loser', () => {
  const { stamps } = sceneOf(multiMasterFrame())
  const of = (proposal: number) =>
    stamps.filter(stamp => stamp.proposal === proposal).map(({ kind }) => kind)
  expect(of(512)).toEqual(['kept', 'kept', 'kept', 'kept', 'refused', 'refused'])
  expect(of(513).slice(2)).toEqual(['refused', 'refused', 'withdrawn', 'withdrawn'])
})

it('says why a copy refused: a newer version, or another change in flight', () => {
  const { stamps } = sceneOf(multiMasterFrame())
  const reasons = stamps.filter(({ kind }) => kind === 'refused').map(({ words }) => words)
  expect(reasons.some(words => words.endsWith('v41, holds v42'))).toBe(true)
  expect(reasons.some(words => words.endsWith('w1 is in flight'))).toBe(true)
})

it('says that nobody wins a split, and never speaks of votes', () => {
  const texts = sceneOf(splitFrame()).labels.map(({ text }) => text)
  expect(texts).toContain('nobody wins')
  expect(sceneOf(multiMasterFrame()).labels.map(({ text }) => text)).not.toContain('nobody wins')
  expect(texts.join(' ')).not.toMatch(/vote/i)
})

it('shows the contest that was chosen before a newer one', () => {
  const frame = multiMasterFrame()
  frame.multiMaster?.proposals.unshift(exampleProposal(0, { proposal: 400, page: 12 }))
  expect(sceneOf(frame, 'proposal:400').stamps.map(({ proposal }) => proposal)).toContain(400)
  expect(sceneOf(frame).stamps.map(({ proposal }) => proposal)).not.toContain(400)
})

it('crosses out the refused, dots the undecided, and draws a bracket in each lane', () => {
  const lane = sceneOf(multiMasterFrame()).lanes.find(({ id }) => id === 'pg1/a1 w1')
  expect(lane?.crosses).not.toBe('')
  expect(lane?.tentative).not.toBe('')
  expect(lane?.marks).not.toBe('')
  expect(lane?.bracket).not.toBe('')
})

it('breaks the bracket where a copy has not got that far', () => {
  const lanes = sceneOf(multiMasterFrame()).lanes
  expect(lanes.find(({ id }) => id === 'pg1/b2 w1')?.bracket).toBe('')
})

it('lets a page, an answer and a transaction be asked why', () => {
  const subjects = sceneOf(multiMasterFrame()).controls.map(({ subject }) => subject)
  expect(subjects).toContain('proposal:513')
  expect(subjects).toContain('transaction:71')
})

it('draws a wait of REGIONAL_RAW as a bar, names whom it waits for and the time', () => {
  const { writers, labels } = sceneOf(syncingFrame())
  const wait = writers.find(({ id }) => id === 'w2')?.wait
  expect((wait?.fill.width ?? 0) / (wait?.track.width ?? 1)).toBeCloseTo(0.5, 1)
  const texts = labels.filter(({ id }) => id.startsWith('w2-')).map(({ text }) => text)
  expect(texts).toContain('4.2 ms')
  expect(texts.join()).toMatch(/T71 waits.* w1/)
})

it('says the wait to those who do not see the bar', () => {
  const control = sceneOf(syncingFrame()).controls.find(
    ({ subject }) => subject === 'transaction:71',
  )
  expect(control?.description).toMatch(/^T71 waits.*, 4\.2 ms$/)
})

it('says how old the value was that INSTANCE_RAW read', () => {
  const { labels } = sceneOf(syncingFrame())
  expect(labels.find(({ id }) => id === 'w1-read')?.text).toBe('row 130: 22 ms old')
})

it('names the rows that collide, since they are on one page', () => {
  const texts = sceneOf(multiMasterFrame()).labels.map(({ text }) => text)
  expect(texts).toContain('rows 129, 130')
})

it('shows a commit record only while no page is asked about, and by its own name', () => {
  const frame = multiMasterFrame()
  frame.multiMaster?.proposals.push(
    exampleProposal(0, { proposal: 600, page: 40, reason: 'commit' }),
  )
  expect(sceneOf(frame).stamps.map(({ proposal }) => proposal)).not.toContain(600)
  const alone = sceneOf(frame, 'proposal:600')
  expect(new Set(alone.stamps.map(({ proposal }) => proposal))).toEqual(new Set([600]))
  expect(alone.labels.map(({ text }) => text)).toContain('Commit at w1')
})

it('tints a page in memory by its age', () => {
  const page = sceneOf(multiMasterFrame()).pages.find(({ page }) => page === 17)
  expect(page?.caches.map(({ age }) => age)).toEqual([0, 0.2])
})

it('gives a finger all answers of a copy as one, and a named transaction its room', () => {
  const frame = multiMasterFrame({ writers: 4 })
  const phone = layoutStage(frame, view, { width: 360, height: 470 })
  const { controls, stamps } = multiMasterScene(frame, phone, view)
  const small = controls.filter(({ box }) => box !== null && Math.min(box.width, box.height) < 44)
  expect(small.map(({ name }) => name)).toEqual([])
  const answers = controls.filter(({ name }) => name.startsWith('Answer of '))
  expect(answers).toHaveLength(6)
  expect(answers[0]?.name).toBe('Answer of a1 to change 512, 513')
  expect(answers[5]?.description).toContain(stamps.at(-1)?.words)
})
