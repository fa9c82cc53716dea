/**
 * Row 7: how long a link is, for a named scenario and for a much changed one: 25 parameters away
 * from their defaults and 100 actions, a fault and its healing in turns, at odd microseconds.
 */
import { describe, encodeLink, scenarios } from '../../src/engine/answers.ts'
import type { StampedCommand } from '../../src/engine/contract/commands.ts'
import type { Recording } from '../../src/engine/contract/recording.ts'
import type { Scenario } from '../../src/engine/contract/scenario.ts'
import type { BenchRow, Finding } from '../finding.ts'

const story = 'four-of-six'
const changes = 25
const actions = 100

function opening(): Scenario {
  const scenario = scenarios[story]
  if (!scenario) throw new Error(`there is no scenario ${story}`)
  return scenario
}

function changed(scenario: Scenario): Scenario {
  const described = describe([], []).parameters.slice(0, changes)
  const parameters = Object.fromEntries(described.map(({ name, max }) => [name, max]))
  return { ...scenario, cluster: { ...scenario.cluster, parameters } }
}

function action(index: number): StampedCommand {
  const target = `node-${'abc'.charAt((index >>> 1) % 3)}${1 + ((index >>> 1) % 2)}`
  const step = index % 2 === 0 ? ('InjectFault' as const) : ('HealFault' as const)
  return { at: 137_731 * (index + 1), command: { do: step, fault: 'NodeCrash', target } }
}

function recordingOf(scenario: Scenario, commands: StampedCommand[]): Recording {
  const branches = [{ id: 'b1', from: null, commands }]
  return { scenario, seed: scenario.seed ?? 1, branch: 'b1', branches }
}

function finding(what: string, recording: Recording, limit: number): Finding {
  const link = encodeLink(recording, { at: 0, speed: null, selection: null })
  const characters = link.replace(/^#/, '').length
  const found = `${characters} characters`
  return { what, goal: `<= ${limit} after #`, found, isMet: characters <= limit }
}

function measure(): Finding[] {
  const scenario = opening()
  const commands = Array.from({ length: actions }, (_, index) => action(index))
  return [
    finding('link to a named scenario', recordingOf(scenario, []), 60),
    finding('link, 25 parameters and 100 actions', recordingOf(changed(scenario), commands), 800),
  ]
}

export const linkRow: BenchRow = { id: 'link', measure }
