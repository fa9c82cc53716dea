/** Formats §2: what a link carries, how long it is, and how a bad one is told. */
import { describe, expect, test } from 'vitest'
import type { Command, StampedCommand } from '../contract/commands.ts'
import type { ParameterName } from '../contract/parameters.ts'
import type { Recording, View } from '../contract/recording.ts'
import type { Scenario } from '../contract/scenario.ts'
import { scenarios } from '../scenarios/catalogue.ts'
import { fourOfSix } from '../scenarios/fourOfSix.ts'
import { checkOf } from './bitLetters.ts'
import { decodeLink, encodeLink } from './link.ts'
import { recordingOf } from './recordingOf.ts'
import { longestNamedLink } from './namedLink.ts'
import { parameterRows } from './parameterRows.ts'
import { parameterNames } from './parameterTable.ts'
import { resolveScenario } from './resolveScenario.ts'

const opensAt = resolveScenario(fourOfSix).opensAtMicros
const plainView: View = { at: opensAt, speed: null, selection: null }

function opened(text: string): { recording: Recording; view: View } {
  const decoded = decodeLink(text)
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.problems))
  return decoded
}

function problemsOf(text: string) {
  const decoded = decodeLink(text)
  return decoded.ok ? [] : decoded.problems
}

function fourOfSixWith(parameters: Scenario['cluster']['parameters']): Scenario {
  const { cluster } = fourOfSix
  return {
    ...fourOfSix,
    cluster: { ...cluster, parameters: { ...cluster.parameters, ...parameters } },
  }
}

describe('Formats §2: a built-in scenario as it is has a name that can be said', () => {
  test('the name alone, with or without #, and as the end of an address', () => {
    expect(encodeLink(recordingOf(fourOfSix, 46, []), plainView)).toBe('four-of-six')
    for (const text of ['four-of-six', '#four-of-six', 'https://example.org/a/#four-of-six']) {
      expect(opened(text)).toMatchObject({
        recording: recordingOf(fourOfSix, 46, []),
        view: plainView,
      })
    }
  })

  test.each<[string, View]>([
    ['four-of-six@1.5s', { at: 1_500_000, speed: null, selection: null }],
    ['four-of-six@26.001ms,1/1500x', { at: 26_001, speed: '1/1500', selection: null }],
    ['four-of-six,maxx,pg1/a1', { at: opensAt, speed: 'max', selection: 'pg1/a1' }],
    ['four-of-six,w1%3C%3Enode-b1', { at: opensAt, speed: null, selection: 'w1<>node-b1' }],
  ])('%s', (text, view) => {
    expect(encodeLink(recordingOf(fourOfSix, 46, []), view)).toBe(text)
    expect(opened(`#${text}`).view).toEqual(view)
  })

  test('a name with a full view is at most 60 characters', () => {
    const view = { at: 12_345_678, speed: '1/10000', selection: 'segment:pg12/a1' }
    for (const scenario of Object.values(scenarios)) {
      const recording = recordingOf(scenario, scenario.seed ?? 1, [])
      const text = encodeLink(recording, view)
      expect(text.length).toBeLessThanOrEqual(longestNamedLink)
      expect(text.startsWith(scenario.name)).toBe(true)
    }
  })
})

const targets = ['node-a1', 'node-b2', 'node-c3', 'node-a2', 'node-c1']

function action(k: number): Command {
  const target = targets[k % targets.length] ?? ''
  const fault = k % 3 === 0 ? 'SlowNode' : 'NodeCrash'
  if (k % 4 === 3) return { do: 'InjectFault', fault: 'LinkCut', target: `w1>${target}` }
  return { do: k % 2 === 0 ? 'InjectFault' : 'HealFault', fault, target }
}

/** A hundred actions of a lesson of the given length, at instants that are not round. */
function hundredActions(lengthMicros: number): StampedCommand[] {
  return Array.from({ length: 100 }, (_, k) => ({
    at: Math.floor((lengthMicros / 100) * (k + ((k * 7919) % 101) / 101)),
    command: action(k),
  }))
}

/** Values that are not the default and not round. */
function changedValue(name: ParameterName): string | number {
  const { unit, range } = parameterRows[name]
  if (unit === 'duration') return range[1]
  return unit === 'ratio' ? 0.437 : range[1]
}

describe('Formats §2: what differs, and the actions', () => {
  test.each([60_000_000, 500_000_000])(
    '25 changed parameters and 100 actions within %i µs take at most 800 characters',
    lengthMicros => {
      const free = parameterNames.filter(name => !/^quorum|tailProbability/.test(name))
      const parameters = Object.fromEntries(
        free.slice(0, 25).map(name => [name, changedValue(name)]),
      )
      const scenario = fourOfSixWith(parameters)
      const recording = recordingOf(scenario, 12_345, hundredActions(lengthMicros))
      const view = { at: 1_234_567, speed: '1/1500', selection: 'pg1/a1' }
      const text = encodeLink(recording, view)
      expect(text.length).toBeLessThanOrEqual(800)
      expect(opened(text).recording.branches).toEqual(recording.branches)
      expect(opened(text).view).toEqual(view)
      expect(resolveScenario(opened(text).recording.scenario)).toEqual(resolveScenario(scenario))
    },
  )

  test('a parameter that the built-in scenario sets and this one does not', () => {
    const scenario = { ...fourOfSix, cluster: { ...fourOfSix.cluster, parameters: {} } }
    const text = encodeLink(recordingOf(scenario, 46, []), plainView)
    expect(opened(text).recording.scenario).toEqual(scenario)
    expect(text.length).toBeLessThan(20)
  })

  test('a scenario of one’s own travels whole, in any script', () => {
    const scenario: Scenario = {
      ...fourOfSix,
      name: 'mine',
      title: 'Wer verliert? 誰が🎈',
      seed: 9,
    }
    const commands = [{ at: 5, command: { do: 'HealAll' as const } }]
    const recording = recordingOf(scenario, 9, commands)
    expect(opened(encodeLink(recording, plainView)).recording).toEqual(recording)
  })

  test('of several branches the present one travels', () => {
    const present = { at: 9, command: { do: 'HealAll' as const } }
    const recording: Recording = {
      ...recordingOf(fourOfSix, 46, []),
      branch: 'b2',
      branches: [
        { id: 'main', from: null, commands: [] },
        { id: 'b2', from: { branch: 'main', at: 5 }, commands: [present] },
      ],
    }
    const text = encodeLink(recording, plainView)
    expect(opened(text).recording).toEqual(recordingOf(fourOfSix, 46, [present]))
  })

  test('the target of a refused command survives, as do factors and ratios', () => {
    const commands: StampedCommand[] = [
      { at: 3, command: { do: 'InjectFault', fault: 'NodeCrash', target: 'node-z9' } },
      { at: 3, command: { do: 'InjectFault', fault: 'SlowNode', target: 'node-a1', factor: 2.5 } },
      {
        at: 4,
        command: { do: 'InjectFault', fault: 'PacketLoss', target: 'network', ratio: 0.05 },
      },
      { at: 9e6, command: { do: 'SetWorkload', workload: 'shop', sessions: 0, think: '1000us' } },
      { at: 9e6, command: { do: 'HealFault', fault: 'LinkCut', target: 'az-a<>az-b' } },
    ]
    const text = encodeLink(recordingOf(fourOfSix, 46, commands), plainView)
    expect(opened(text).recording.branches[0]?.commands).toEqual(commands)
  })
})

/** A link whose check fits, however wrong the rest is. */
function sealed(body: string): string {
  return `1${checkOf(`1${body}`)}${body}`
}

describe('Formats §2: bad links name the place and what is allowed', () => {
  const text = encodeLink(recordingOf(fourOfSix, 7, hundredActions(60_000_000)), plainView)

  test('cut short anywhere', () => {
    for (let length = 1; length < text.length; length++) {
      const [problem] = problemsOf(text.slice(0, length))
      expect(problem?.message).toContain('cut short')
      expect(problem?.path).toBe(`link, character ${length + 1}`)
    }
  })

  test('any one letter changed', () => {
    for (let place = 0; place < text.length; place++) {
      const other = text[place] === 'A' ? 'B' : 'A'
      const changed = text.slice(0, place) + other + text.slice(place + 1)
      expect(problemsOf(changed)).toHaveLength(1)
    }
  })

  test.each([
    ['another version', `2${text.slice(1)}`, 'link, character 1', 'version 1'],
    ['an unknown name', '#four-of-seven', 'link', 'four-of-six'],
    ['an instant out of range', '#four-of-six@2d', 'link, instant', '20min'],
    ['an instant that is none', '#four-of-six@soon', 'link, character 13', 'an instant'],
    ['a part that says nothing', '#four-of-six@1s,9', 'link, character 16', 'a speed'],
    ['a letter that is none', sealed('B€'), 'link, character 7', 'numbers of version 1'],
    ['an unknown number', sealed('C____'.slice(0, 3)), 'link', 'numbers'],
    ['nothing', '#', 'link', 'name'],
    ['too much', 'x'.repeat(400_001), 'link', '400,000'],
  ])('%s', (_, bad, path, allowed) => {
    const [problem] = problemsOf(bad)
    expect(problem?.path).toContain(path)
    expect(problem?.allowed).toContain(allowed)
  })

  test('a parameter out of range in an otherwise sound link', () => {
    const scenario = fourOfSixWith({ 'network.jitter': 7 })
    const [problem] = problemsOf(encodeLink(recordingOf(scenario, 46, []), plainView))
    expect(problem?.path).toBe('link, cluster.parameters["network.jitter"]')
    expect(problem?.allowed).toContain('from 0 to 1')
  })
})
