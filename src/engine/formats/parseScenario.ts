/**
 * The door for scenarios (Formats §1): an object or its JSON text becomes what the engine runs,
 * or all its problems at once, each with its path and what is allowed there.
 */
import type { Scenario, Setup } from '../contract/scenario.ts'
import { checkReferences } from './checkReferences.ts'
import type { Problem } from './problem.ts'
import { resolveScenario } from './resolveScenario.ts'
import { scenarioSchema } from './scenarioSchema.ts'
import { schemaProblems } from './schemaProblems.ts'

export type ParsedScenario =
  | { ok: true; scenario: Scenario; setup: Setup }
  | { ok: false; problems: Problem[] }

/** Larger texts are refused unread. */
const longestText = 2_000_000

function refuse(message: string, allowed: string): ParsedScenario {
  return { ok: false, problems: [{ path: 'scenario', message, allowed }] }
}

function parseText(text: string): ParsedScenario {
  if (text.length > longestText)
    return refuse('the text is too long', 'at most 2,000,000 characters')
  try {
    return parseScenario(JSON.parse(text))
  } catch (error) {
    return refuse(`the text is not JSON: ${(error as Error).message}`, 'a JSON object')
  }
}

export function parseScenario(input: unknown): ParsedScenario {
  if (typeof input === 'string') return parseText(input)
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return refuse('a scenario is an object', 'a JSON object with the keys of Formats §1')
  }
  const problems = [...schemaProblems(scenarioSchema, input), ...checkReferences(input)]
  if (problems.length > 0) return { ok: false, problems }
  // A copy: what the caller does with its own object afterwards changes nothing here.
  const scenario = JSON.parse(JSON.stringify(input)) as Scenario
  return { ok: true, scenario, setup: resolveScenario(scenario) }
}
