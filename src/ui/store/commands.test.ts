/** What the page asks of the engine. */
import { beforeEach, expect, test } from 'vitest'
import {
  giveCommand,
  goHome,
  play,
  setSpeed,
  step,
  stepBack,
  toggleFault,
  tryCommand,
} from './commands.ts'
import { engineStore } from './engineStore.ts'
import { exampleOpened, examplePlayback, installFakeEngine } from './testing/fakeEngine.ts'
import { viewStore } from './viewStore.ts'

const crash = { do: 'InjectFault', fault: 'NodeCrash', target: 'node-a1' } as const

beforeEach(() => viewStore.setState(viewStore.getInitialState()))

test('a switch injects what is whole and heals what has failed', () => {
  const { calls } = installFakeEngine({ command: { accepted: true } })
  toggleFault({ fault: 'NodeCrash', target: 'node-a1', isInForce: false })
  toggleFault({ fault: 'NodeCrash', target: 'node-a1', isInForce: true })
  expect(calls).toEqual([
    ['command', crash],
    ['command', { ...crash, do: 'HealFault' }],
  ])
})

test('a locked stage changes nothing and says why', async () => {
  const { calls } = installFakeEngine()
  viewStore.setState({ isLocked: true })
  expect(await giveCommand(crash)).toBe(null)
  expect(calls).toEqual([])
  expect(viewStore.getState().announcement).toMatch(/locked/)
})

test('a refused command is told with its reason', async () => {
  const reason = { key: 'The node is down.', parameters: {} }
  installFakeEngine({ command: { accepted: false, reason } })
  expect(await giveCommand(crash)).toEqual({ accepted: false, reason })
  expect(viewStore.getState().notice?.text).toBe('The node is down.')
})

test('who tries a command tells its refusal, and nobody else does', async () => {
  const reason = { key: 'The node is down.', parameters: {} }
  installFakeEngine({ command: { accepted: false, reason } })
  expect(await tryCommand(crash)).toEqual({ accepted: false, reason })
  expect(viewStore.getState().notice).toBe(null)
})

test('a speed chosen while paused waits for the next play', () => {
  const { calls } = installFakeEngine()
  setSpeed('1/100')
  expect(calls).toEqual([])
  play()
  expect(calls).toEqual([['play', '1/100']])
})

test('a speed chosen while playing holds at once', () => {
  const { calls } = installFakeEngine()
  engineStore.setState({ playback: { ...examplePlayback, isPlaying: true } })
  setSpeed('20')
  expect(calls).toEqual([['play', '20']])
})

test('a step pauses first', async () => {
  const { calls } = installFakeEngine()
  engineStore.setState({ playback: { ...examplePlayback, isPlaying: true } })
  await step('message')
  expect(calls).toEqual([['pause'], ['step', 'message']])
})

test('home is the instant at which the story opens', () => {
  const { calls } = installFakeEngine()
  engineStore.setState({ opened: exampleOpened.opened })
  goHome()
  expect(calls).toEqual([['seek', 2_000]])
})

test('a moment back never goes before the start', async () => {
  await new Promise(resolve => setImmediate(resolve))
  const { calls } = installFakeEngine()
  engineStore.setState({ playback: { ...examplePlayback, at: 100, speed: '1' } })
  stepBack()
  expect(calls).toEqual([['seek', 0]])
})
