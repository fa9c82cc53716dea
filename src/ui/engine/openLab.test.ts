/** A task of the laboratory has a worker of its own, which ends with it. */
import { expect, test } from 'vitest'
import type { ScaleOutAnswer } from '../../engine/contract/scaleOut.ts'
import type { LabApi } from '../../workers/labApi.ts'
import { type LabLink, openLab } from './openLab.ts'

const request = { seed: 1, writers: [1], shares: [0] }

function create(scaleOut: () => Promise<ScaleOutAnswer>) {
  const state = { started: 0, ended: 0, die: (_: Error) => undefined as void }
  const lab = openLab(onDeath => {
    state.started++
    state.die = onDeath
    return { api: { scaleOut } as unknown as LabApi, end: () => state.ended++ } as LabLink
  })
  return { lab, state }
}

const answer = { points: [], load: {} } as unknown as ScaleOutAnswer
const never = () => new Promise<ScaleOutAnswer>(() => undefined)

test('no worker before the first task, none after the last', async () => {
  const { lab, state } = create(() => Promise.resolve(answer))
  expect(state.started).toBe(0)
  const task = lab.scaleOut(request, () => undefined)
  expect(await task.answer).toBe(answer)
  await Promise.resolve()
  expect(state).toMatchObject({ started: 1, ended: 1 })
})

test('a task that is called off answers null and takes its worker with it', async () => {
  const { lab, state } = create(never)
  const task = lab.scaleOut(request, () => undefined)
  task.callOff()
  expect(await task.answer).toBeNull()
  expect(state.ended).toBe(1)
})

test('a worker that dies fails its task', async () => {
  const { lab, state } = create(never)
  const task = lab.scaleOut(request, () => undefined)
  state.die(new Error('out of memory'))
  await expect(task.answer).rejects.toThrow('out of memory')
  expect(state.ended).toBe(1)
})
