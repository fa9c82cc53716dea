/** What a hand does stands on a branch of its own, and is taken back by going to the one before. */
import { beforeEach, expect, test, vi } from 'vitest'
import { changeByHand, refuseByHand } from './byHand.ts'
import { engineStore } from './engineStore.ts'
import { redo, redoOn, takenBack, undo } from './takeBack.ts'
import { exampleOpened, installFakeEngine } from './testing/fakeEngine.ts'
import { viewStore } from './viewStore.ts'

const crash = { do: 'InjectFault', fault: 'NodeCrash', target: 'node-a1' } as const
const heal = { do: 'HealAll' } as const
const given = { accepted: true, at: 7, branch: 'branch-2' }
const main = { id: 'main', from: null, commands: [] }
const second = { id: 'branch-2', from: { branch: 'main', at: 7 }, commands: [] }

beforeEach(() => {
  viewStore.setState(viewStore.getInitialState())
  takenBack.setState({ undone: [] })
})

test('the first command begins a branch, the others follow it, and all is taken back', async () => {
  const { calls } = installFakeEngine({ command: given })
  expect(await changeByHand([crash, heal], 'Done.')).toBe(true)
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

test('what the engine refuses leaves all as it was, and its reason goes to the hand', async () => {
  const reason = { key: 'reason.unknownCommand', parameters: {} }
  const { calls } = installFakeEngine({ command: { accepted: false, reason, at: 7 } })
  const told = vi.fn()
  expect(await changeByHand([crash, heal], 'Done.', told)).toBe(false)
  expect(calls).toEqual([['command', crash, true]])
  expect(told).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/\w/))
  expect(viewStore.getState().notice).toBeNull()
  await changeByHand([crash, heal], 'Done.')
  expect(viewStore.getState().notice?.tone).toBe('wait')
})

test('a later refusal of the same deed is told, instead of that it is done', async () => {
  const reason = { key: 'reason.unknownCommand', parameters: {} }
  const answers: Record<string, unknown> = { command: given }
  installFakeEngine(answers)
  const doing = changeByHand([crash, heal], 'Done.')
  answers.command = { accepted: false, reason, at: 7 }
  await doing
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

test('undo goes where the branch shown left, with no message, and redo comes again', async () => {
  const recording = { branch: 'branch-2', branches: [main, second] }
  const { calls } = installFakeEngine({ recording })
  await undo()
  expect(calls.slice(1)).toEqual([['pause'], ['switchBranch', 'main'], ['seek', 7]])
  expect(redoOn('main', takenBack.getState())).toEqual({ branch: 'branch-2', from: second.from })
  calls.length = 0
  await redo()
  expect(calls).toEqual([['pause'], ['switchBranch', 'branch-2'], ['seek', 7]])
  expect(takenBack.getState().undone).toEqual([])
})

test('the first branch has nothing to take back, another nothing to do again', async () => {
  const { calls } = installFakeEngine({ recording: { branch: 'main', branches: [main] } })
  await undo()
  expect(calls).toEqual([['recording']])
  takenBack.setState({ undone: [{ branch: 'branch-3', from: { branch: 'branch-2', at: 9 } }] })
  await redo()
  expect(calls).toEqual([['recording']])
  expect(viewStore.getState().announcement).toBe('There is nothing to do again.')
})

test('what is done anew, and another story, have no redo', async () => {
  const undone = [{ branch: 'branch-3', from: { branch: 'main', at: 9 } }]
  installFakeEngine({ command: given })
  takenBack.setState({ undone })
  await changeByHand([crash], 'Done.')
  expect(takenBack.getState().undone).toEqual([])
  takenBack.setState({ undone })
  engineStore.setState({ opened: exampleOpened.opened })
  expect(takenBack.getState().undone).toEqual([])
  engineStore.setState({ opened: null })
})
