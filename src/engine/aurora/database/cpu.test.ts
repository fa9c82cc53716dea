/** CPUs: first come, first served, and how much they were used. */
import { expect, test } from 'vitest'
import { resolveParameters } from '../../formats/parameterTable.ts'
import { setStage } from '../stories/stage.ts'
import { cpuUseAt, noteCpuUse, occupyCpu } from './cpu.ts'

function twoCpus() {
  return setStage(resolveParameters({}), { sessions: 0 }).world.instances[0]!.memory
}

test('W2: a request takes the CPU that is free first and waits for it', () => {
  const memory = twoCpus()
  expect([0, 0, 0, 0].map(now => occupyCpu(memory, now, 100))).toEqual([100, 100, 200, 200])
  expect(occupyCpu(memory, 250, 10)).toBe(260)
})

test('W3: use rises towards the share that is busy and falls when nobody works', () => {
  const memory = twoCpus()
  occupyCpu(memory, 0, 1_000_000)
  expect(cpuUseAt(memory, 100_000)).toBe(250_000)
  noteCpuUse(memory, 900_000)
  const busy = memory.cpuPpm
  expect(busy).toBe(450_000)
  noteCpuUse(memory, 1_000_000)
  noteCpuUse(memory, 1_100_000)
  expect(memory.cpuPpm).toBeLessThan(busy)
})
