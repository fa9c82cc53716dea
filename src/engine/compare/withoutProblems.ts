/**
 * A scenario as it can be read: entries of the script that the other cluster has no place for are
 * left out, anything else that is wrong is the answer. Rule A3.
 */
import type { SideProblem } from '../contract/compare.ts'
import type { Scenario } from '../contract/scenario.ts'
import { parseScenario } from '../formats/parseScenario.ts'

type Read = { ok: true; scenario: Scenario } | { ok: false; problem: SideProblem }

const entry = /^script\[(\d+)\]/

export function withoutProblems(scenario: Scenario): Read {
  const parsed = parseScenario(scenario)
  if (parsed.ok) return { ok: true, scenario: parsed.scenario }
  const places = parsed.problems.map(({ path }) => entry.exec(path)?.[1])
  const other = places.indexOf(undefined)
  if (other >= 0) return { ok: false, problem: parsed.problems[other]! }
  const wrong = new Set(places.map(Number))
  const script = (scenario.script ?? []).filter((_, place) => !wrong.has(place))
  return withoutProblems({ ...scenario, script })
}
