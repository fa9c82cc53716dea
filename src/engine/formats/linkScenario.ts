/**
 * The scenario in a link: the number of a built-in one and the parameters that differ, or, for
 * any other, its JSON whole. Seeds that are the scenario's own are left out.
 */
import type { ParameterName } from '../contract/parameters.ts'
import type { Scenario } from '../contract/scenario.ts'
import { scenarioNumbers, scenarios } from '../scenarios/catalogue.ts'
import { type BitReader, fail, takeBit, takeRound, takeText, takeVarint } from './bitReader.ts'
import { type BitWriter, putBit, putRound, putText, putVarint } from './bitWriter.ts'
import { formatDuration } from './formatDuration.ts'
import { parameterRows } from './parameterRows.ts'
import { parameterNames, parameterTable, resolveParameter } from './parameterTable.ts'

type Given = Partial<Record<ParameterName, string | number>>

/** JSON with keys in order, so that equal scenarios have equal texts. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const place = value as Record<string, unknown>
  const keys = Object.keys(place).filter(key => place[key] !== undefined)
  keys.sort((one, other) => (one < other ? -1 : 1))
  const pairs = keys.map(key => `${JSON.stringify(key)}:${canonicalText(place[key])}`)
  return `{${pairs.join(',')}}`
}

function withParameters(scenario: Scenario, parameters: Given | undefined): Scenario {
  const { parameters: _, ...cluster } = scenario.cluster
  return {
    ...scenario,
    cluster: parameters === undefined ? cluster : { ...cluster, parameters },
  }
}

/** The built-in scenario of the same name, when nothing but parameters differs. */
export function builtInOf(scenario: Scenario): Scenario | null {
  const known = Object.hasOwn(scenarios, scenario.name) ? scenarios[scenario.name] : undefined
  if (known === undefined) return null
  const isSame =
    canonicalText(withParameters(known, undefined)) ===
    canonicalText(withParameters(scenario, undefined))
  return isSame ? known : null
}

interface Difference {
  name: ParameterName
  /** Null when the built-in one sets it and this one does not. */
  value: number | null
}

export function differencesOf(scenario: Scenario, known: Scenario): Difference[] {
  const mine = scenario.cluster.parameters ?? {}
  const theirs = known.cluster.parameters ?? {}
  const resolved = (given: Given, name: ParameterName) =>
    given[name] === undefined ? null : resolveParameter(parameterTable[name], given[name])
  return parameterNames
    .map(name => ({ name, value: resolved(mine, name) }))
    .filter(({ name, value }) => value !== resolved(theirs, name))
    .sort((one, other) => parameterRows[one.name].number - parameterRows[other.name].number)
}

function putDifferences(writer: BitWriter, differences: Difference[]): void {
  putVarint(writer, differences.length, 3)
  let before = 0
  for (const { name, value } of differences) {
    const { number } = parameterRows[name]
    putVarint(writer, number - before - 1, 2)
    putBit(writer, value === null ? 0 : 1)
    if (value !== null) putRound(writer, value)
    before = number
  }
}

/** Back to the form in which people write it. */
function inputForm(name: ParameterName, value: number): string | number {
  const { unit } = parameterTable[name]
  if (unit === 'duration') return formatDuration(value)
  return unit === 'ratio' || unit === 'dollars' ? value / 1_000_000 : value
}

function takeDifferences(reader: BitReader, known: Scenario): Scenario {
  const given: Given = { ...known.cluster.parameters }
  const count = takeVarint(reader, 3)
  let number = 0
  for (let k = 0; k < count && reader.failedAt < 0; k++) {
    number += takeVarint(reader, 2) + 1
    const name = parameterNames.find(candidate => parameterRows[candidate].number === number)
    const value = takeBit(reader) === 1 ? takeRound(reader) : null
    if (name === undefined) fail(reader)
    else if (value === null) delete given[name]
    else given[name] = inputForm(name, value)
  }
  const isPlain = Object.keys(given).length === 0 && known.cluster.parameters === undefined
  return isPlain ? known : withParameters(known, given)
}

export const longestScenarioText = 200_000

export function putScenario(writer: BitWriter, scenario: Scenario): void {
  const known = builtInOf(scenario)
  putBit(writer, known === null ? 1 : 0)
  if (known === null) return putText(writer, JSON.stringify(scenario))
  putVarint(writer, scenarioNumbers[known.name] ?? 0, 4)
  putDifferences(writer, differencesOf(scenario, known))
}

/** What stands in the link, not yet checked; null when it names no built-in scenario. */
export function takeScenario(reader: BitReader): unknown {
  if (takeBit(reader) === 1) return takeText(reader, longestScenarioText)
  const number = takeVarint(reader, 4)
  const name = Object.keys(scenarioNumbers).find(key => scenarioNumbers[key] === number)
  const known = name === undefined ? undefined : scenarios[name]
  if (known !== undefined) return takeDifferences(reader, known)
  fail(reader)
  return null
}
