/** What a hand does stands on a branch of its own, and is taken back by going to the one before. */
import { beforeEach, expect, test } from 'vitest'
import { changeByHand, refuseByHand } from './byHand.ts'
import { installFakeEngine } from './testing/fakeEngine.ts'
import { viewStore } from './viewStore.ts'

const crash = { do: 'InjectFault', fault: 'NodeCrash', target: 'node-a1' } as const
const heal = { do: 'HealAll' } as const

beforeEach(() => viewStore.setState(viewStore.getInitialState()))

test('the first command begins a branch, the others follow it, and all is taken back', async () => {
  const { calls } = installFakeEngine({ command: { accepted: true, at: 7, branch: 'branch-2' } })
  await changeByHand([crash, heal], 'Done.')
  expect(calls).toEqual([
    ['command', crash, true],
    ['command', heal],
  ])
  const { notice } = viewStore.getState()
  expect(notice).toMatchObject({ tone: 'ok', title: 'Done.', way: { words: 'Take back' } })
  notice?.way?.go()
  await expect
    .poll(() => calls.slice(2))
    .toEqual([['pause'], ['switchBranch', 'main'], ['seek', 7]])
  expect(viewStore.getState().notice).toBeNull()
})

test('what the engine refuses leaves the run as it was, and its reason stands', async () => {
  const reason = { key: 'reason.unknownCommand', parameters: {} }
  const { calls } = installFakeEngine({ command: { accepted: false, reason, at: 7 } })
  await changeByHand([crash, heal], 'Done.')
  expect(calls).toEqual([
    ['command', crash, true],
    ['switchBranch', 'main'],
    ['seek', 7],
  ])
  expect(viewStore.getState().notice?.tone).toBe('wait')
})

test('a locked stage refuses, and says so for all to see', async () => {
  const { calls } = installFakeEngine()
  viewStore.setState({ isLocked: true })
  await changeByHand([crash], 'Done.')
  expect(viewStore.getState().notice?.title).toBe('The stage is locked.')
  viewStore.setState({ notice: null })
  refuseByHand('Not there.')
  expect(viewStore.getState().notice?.title).toBe('The stage is locked.')
  expect(calls).toEqual([])
})
