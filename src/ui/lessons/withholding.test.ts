/** While a lesson waits for a prediction the page is told nothing later than the question. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Cause } from '../../engine/contract/cause.ts'
import type { Fact } from '../../engine/contract/facts.ts'
import type { FramePacket, TimelineSummary } from '../../workers/api.ts'
import { engineStore } from '../store/engineStore.ts'
import { newestFrame, receiveFrame, showWithheld, shownFrame } from '../store/receiveFrame.ts'
import { exampleOpened, examplePlayback, installFakeEngine } from '../store/testing/fakeEngine.ts'
import { viewStore } from '../store/viewStore.ts'
import { refusal, withholding } from './withholding.ts'

const after = 10
const facts = [5, 10, 11, 15].map((at, index) => ({ id: index, at })) as Fact[]
const mark = { fact: 1, until: null, shape: 'conflict', key: 'k', parameters: {} } as const

const timeline: TimelineSummary = {
  marks: [
    { ...mark, at: 4, until: 12 },
    { ...mark, at: 11 },
  ],
  chart: {
    from: 0,
    binMicros: 5,
    commitsPerSecond: [1, 2, 3],
    latencyP50Micros: [1, 2, 3],
    latencyP99Micros: [1, 2, 3],
    capacity: [{ instance: 'w1', acu: [1, 2, 3], need: [1, 2, 3], phase: [null, null, 'paused'] }],
    dollars: [1, 2, 3],
    more: [{ chart: 'lag', name: 'w2', values: [1, 2, 3] }],
  },
  branches: [
    { id: 'main', from: null, isPresent: true, at: 20 },
    { id: 'branch-2', from: { branch: 'main', at: 3 }, isPresent: false, at: 9 },
  ],
}

function gated(at: number) {
  const { branches } = timeline
  const answers = { facts, timeline, why: [{ key: 'c' }] as Cause[], compareBranches: branches }
  const { calls, engine } = installFakeEngine(answers)
  const { opened } = exampleOpened
  engineStore.setState({ opened, playback: { ...examplePlayback, at } })
  viewStore.setState({ withheld: { story: opened.scenario.name, after } })
  return { calls, engine: withholding(engine) }
}

beforeEach(() => viewStore.setState(viewStore.getInitialState()))
afterEach(() => viewStore.setState(viewStore.getInitialState()))

test('of facts, marks, charts and branches comes what is no later', async () => {
  const { engine } = gated(8)
  expect((await engine.facts()).map(({ at }) => at)).toEqual([5, 10])
  const { marks, chart, branches } = await engine.timeline({ from: 0, to: 15, bins: 3 })
  expect(marks).toEqual([{ ...mark, at: 4, until: null }])
  expect(chart).toMatchObject({ commitsPerSecond: [1, 2, null], dollars: [1, 2, null] })
  expect(chart).toMatchObject({ latencyP50Micros: [1, 2, null], latencyP99Micros: [1, 2, null] })
  expect(chart.capacity?.[0]).toMatchObject({ acu: [1, 2, null], phase: [null, null, null] })
  expect(chart.more?.[0]?.values).toEqual([1, 2, null])
  expect(branches.map(({ at }) => at)).toEqual([undefined, 9])
})

test('one may look back and up to the question, not behind it', async () => {
  const { engine, calls } = gated(8)
  await engine.seek(3)
  await engine.seek(15)
  await engine.seek('1h')
  await engine.play()
  await expect(engine.until({ fact: 'TransactionRolledBack' })).rejects.toThrow(refusal)
  await engine.reportAt(15)
  await engine.spacetime({ from: 5, to: 15, at: 8 })
  expect(calls).toEqual([
    ['seek', 3],
    ['seek', after],
    ['seek', after],
    ['play', undefined],
    ['reportAt', after],
    ['spacetime', { from: 5, to: after, at: 8 }],
  ])
})

test('at the question nothing goes on, and it is said why', async () => {
  const { engine, calls } = gated(after)
  await engine.play()
  await engine.step('fact')
  expect(calls).toEqual([])
  expect(viewStore.getState().announcement).toBe(refusal)
})

test('whoever was driven behind the question is told no causes', async () => {
  expect(await gated(8).engine.why('commits')).toHaveLength(1)
  expect(await gated(11).engine.why('commits')).toEqual([])
  expect(await gated(8).engine.why('point:5-10:commits')).toHaveLength(1)
  expect(await gated(8).engine.why('point:5-11:commits')).toEqual([])
})

test('the report and the comparison of branches tell nothing behind the question', async () => {
  const early = gated(8)
  await early.engine.report()
  expect(await early.engine.compareBranches()).toEqual(timeline.branches)
  expect(early.calls).toEqual([['reportAt', 8], ['compareBranches']])
  const late = gated(11)
  await late.engine.report()
  expect(await late.engine.compareBranches()).toEqual([])
  expect(late.calls).toEqual([['reportAt', after]])
})

test('given the prediction, or in another story, all is told again', async () => {
  const { engine } = gated(after)
  viewStore.setState({ withheld: null })
  expect(await engine.facts()).toHaveLength(4)
  viewStore.setState({ withheld: { story: 'another', after } })
  expect(await engine.facts()).toHaveLength(4)
})

function send(at: number): void {
  const playback = { ...examplePlayback, at }
  const frame = { at } as FramePacket['frame']
  receiveFrame({ frame, faultCount: 0, moving: new ArrayBuffer(16), playback })
}

test('the picture stands still at the last instant that may be shown', () => {
  gated(8)
  send(9)
  send(12)
  expect(shownFrame()?.at).toBe(9)
  expect(engineStore.getState().frame?.at).toBe(9)
  expect(engineStore.getState().moving.byteLength).toBe(0)
  expect(newestFrame()?.at).toBe(12)
  viewStore.setState({ withheld: null })
  showWithheld()
  expect(engineStore.getState().frame?.at).toBe(12)
})
