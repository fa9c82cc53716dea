/** A small engine for tests: one scenario, one link, and the machine of `fakeMachine`. */
import type { Scenario, Setup } from '../../engine/contract/scenario.ts'
import type { DecodedLink, EngineDoor, Parsed } from '../engineDoor.ts'
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
  const plain = { name: 'fake', seed: 1, untilMicros: 1_000_000, opensAtMicros: 1_000, pace: [] }
  return { ...plain, ...setup } as Setup
}

function parse(input: unknown, setup: Partial<Setup>): Parsed {
  if (typeof input === 'object' && input !== null && 'name' in input) {
    return { ok: true, scenario: input as Scenario, setup: fakeSetup(setup) }
  }
  return { ok: false, problems: [{ path: 'name', message: 'missing', allowed: 'a name' }] }
}

function decode(text: string): DecodedLink {
  if (text.replace('#', '') !== 'fake') {
    return { ok: false, problems: [{ path: 'link', message: 'unknown', allowed: 'fake' }] }
  }
  const branches = [{ id: 'main', from: null, commands: [] }]
  const recording = { scenario: fakeScenario, seed: 1, branch: 'main', branches }
  return { ok: true, recording, view: { at: 1_000, speed: null, selection: null } }
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

export function fakeEngine(setup: Partial<Setup> = {}, options: FakeOptions = {}): EngineDoor {
  return {
    createMachine: () => createFakeMachine(options),
    parseScenario: input => parse(input, setup),
    decodeLink: decode,
    encodeLink: (recording, view) => JSON.stringify({ recording, view }),
    describe: () => ({ formatVersion: 1 }) as never,
    parseDuration,
    parseSpeed,
    matchPattern: pattern => fact => fact.fact === pattern.fact,
    bucketMicros: bucket => bucket * 100,
  }
}
