/** A small engine for tests: one scenario, one link, and the machine of `fakeMachine`. */
import type { Scenario, Setup } from '../../engine/contract/scenario.ts'
import type { EngineDoor } from '../engineDoor.ts'
import { createFakeMachine, type FakeOptions } from './fakeMachine.ts'

export const fakeScenario: Scenario = {
  version: 1,
  name: 'fake',
  title: 'A fake',
  question: 'What?',
  seed: 1,
  cluster: { instances: [] },
}

export function fakeSetup(setup: Partial<Setup> = {}): Setup {
  const plain = {
    name: 'fake',
    seed: 1,
    instances: [],
    workload: [],
    untilMicros: 1_000_000,
    opensAtMicros: 1_000,
    pace: [],
  }
  return { ...plain, ...setup } as Setup
}

function parseDuration(text: unknown): number | null {
  const [, number, unit] = /^(\d+)(us|ms|s)$/.exec(String(text)) ?? []
  if (number === undefined) return null
  return Number(number) * { us: 1, ms: 1_000, s: 1_000_000 }[unit as 'us' | 'ms' | 's']
}

function parseSpeed(text: unknown): { model: number; real: number } | 'max' | null {
  if (text === 'max') return 'max'
  const [, model, real] = /^(\d+)(?:\/(\d+))?$/.exec(String(text)) ?? []
  return model === undefined ? null : { model: Number(model), real: Number(real ?? 1) }
}

export function fakeEngine(options: FakeOptions = {}): EngineDoor {
  return {
    prepare: async () => undefined,
    createMachine: () => createFakeMachine(options),
    openingRun: () => null,
    parseDuration,
    parseSpeed,
    bucketMicros: bucket => bucket * 100,
  }
}
