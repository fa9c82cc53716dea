/** Formats §2: whatever is encoded comes back; whatever is decoded never throws. */
import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import type { Command, StampedCommand } from '../contract/commands.ts'
import type { View } from '../contract/recording.ts'
import { fourOfSix } from '../scenarios/fourOfSix.ts'
import { commandNames, faultKinds } from './commandSchema.ts'
import { formatDuration } from './formatDuration.ts'
import { decodeLink, encodeLink } from './link.ts'
import { recordingOf } from './recordingOf.ts'
import { parameterRows } from './parameterRows.ts'
import { parameterNames, resolveParameter } from './parameterTable.ts'
import { resolveScenario } from './resolveScenario.ts'
import { speeds } from './speeds.ts'

const instant = fc.integer({ min: 0, max: 500_000_000 })

const target = fc.oneof(
  fc.constantFrom('node-a1', 'node-c3', 'az-b', 'w1', 'shop', 'network'),
  fc.constantFrom('w1>node-b1', 'node-b1<>w1', 'az-a<>az-b', 'node-z9', 'a>b>c', '<>', ''),
  fc.string({ maxLength: 40 }),
)

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record(
    {
      do: fc.constant('InjectFault' as const),
      fault: fc.constantFrom(...faultKinds),
      target,
      ...{ factor: fc.double({ min: 1, max: 1000, noNaN: true }) },
      ratio: fc.double({ min: 0, max: 1, noNaN: true }),
      minMillis: fc.nat(20_000),
      maxMillis: fc.double({ min: 0, max: 1e4, noNaN: true }),
      page: fc.nat(),
      for: fc.oneof(instant.map(formatDuration), fc.constantFrom('1000us', 'soon')),
    },
    { requiredKeys: ['do', 'fault', 'target'] },
  ),
  fc.record({
    do: fc.constant('HealFault' as const),
    fault: fc.constantFrom(...faultKinds),
    target,
  }),
  fc.constant({ do: 'HealAll' as const }),
  fc.record(
    {
      do: fc.constant('SetWorkload' as const),
      workload: target,
      sessions: fc.nat(),
      think: fc.oneof(instant.map(formatDuration), fc.constantFrom('1000us', 'soon')),
    },
    { requiredKeys: ['do', 'workload'] },
  ),
)

const commands: fc.Arbitrary<StampedCommand[]> = fc
  .array(fc.record({ at: instant, command }), { maxLength: 60 })
  .map(list => list.sort((one, other) => one.at - other.at))

const view: fc.Arbitrary<View> = fc.record({
  at: instant,
  speed: fc.option(fc.constantFrom(...speeds)),
  selection: fc.option(fc.stringMatching(/^[a-z][a-z0-9:/<>-]{0,30}$/)),
})

/** Those of the quorum must agree with one another. */
const freeNames = parameterNames.filter(name => !name.startsWith('quorum.'))

const parameters = fc.uniqueArray(fc.constantFrom(...freeNames), { maxLength: 41 }).chain(names =>
  fc.record(
    Object.fromEntries(
      names.map(name => {
        const row = parameterRows[name]
        const [min = 0, max = 0] = row.range.map(bound => resolveParameter(row, bound) ?? 0)
        const value = fc.integer({ min, max })
        if (row.unit === 'duration') return [name, value.map(formatDuration)]
        return [
          name,
          row.unit === 'ratio' || row.unit === 'dollars' ? value.map(ppm => ppm / 1e6) : value,
        ]
      }),
    ),
  ),
)

const seed = fc.nat()

test.prop([commands, view, parameters, seed])('encode, decode: the same run and view', (...run) => {
  const [given, looked, changed, ownSeed] = run
  const scenario = { ...fourOfSix, cluster: { ...fourOfSix.cluster, parameters: changed } }
  const recording = recordingOf(scenario, ownSeed, given)
  const decoded = decodeLink(encodeLink(recording, looked))
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.problems))
  expect(decoded.view).toEqual(looked)
  expect(decoded.recording.seed).toBe(ownSeed)
  expect(decoded.recording.branches).toEqual(recording.branches)
  expect(resolveScenario(decoded.recording.scenario)).toEqual(resolveScenario(scenario))
})

test.prop([fc.string({ maxLength: 300 })])('any text decodes to a run or to problems', text => {
  const decoded = decodeLink(text)
  if (!decoded.ok) expect(decoded.problems.length).toBeGreaterThan(0)
})

const base64url = fc.stringMatching(/^1[A-Za-z0-9_-]{0,200}$/)

test.prop([base64url])('any letters decode to a run or to problems', text => {
  expect(decodeLink(text).ok).toBe(false)
})

test('every command has a number', () => {
  expect(commandNames).toHaveLength(27)
})
