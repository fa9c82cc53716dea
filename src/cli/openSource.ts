/** What to run: a built-in scenario by name, a file of JSON, or a link with its commands. */
import { existsSync, readFileSync } from 'node:fs'
import type { StampedCommand } from '../engine/contract/commands.ts'
import type { Scenario } from '../engine/contract/scenario.ts'
import { decodeLink, parseScenario, scenarios } from '../engine/answers.ts'
import { Refusal, refuse } from './refusal.ts'

export interface Source {
  scenario: Scenario
  seed: number
  commands: StampedCommand[]
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    return refuse(path, `cannot be read: ${(error as Error).message}`, 'a readable file')
  }
}

function openFile(path: string): Source {
  const parsed = parseScenario(readText(path))
  if (!parsed.ok) {
    const inFile = parsed.problems.map(problem => ({
      ...problem,
      path: `${path}: ${problem.path}`,
    }))
    throw new Refusal(inFile)
  }
  return { scenario: parsed.scenario, seed: parsed.setup.seed, commands: [] }
}

function openLink(text: string): Source {
  const decoded = decodeLink(text)
  if (!decoded.ok) throw new Refusal(decoded.problems)
  const { scenario, seed, branch, branches } = decoded.recording
  const commands = branches.find(({ id }) => id === branch)?.commands ?? []
  return { scenario, seed, commands }
}

function looksLikeFile(text: string): boolean {
  return /\.json$|[\\/]/.test(text) && !text.includes('#')
}

/** A name comes first; then a file of that path; else it is read as a link. */
export function openSource(text: string): Source {
  if (Object.hasOwn(scenarios, text)) return openLink(text)
  if (existsSync(text)) return openFile(text)
  if (looksLikeFile(text)) return refuse(text, 'there is no such file', 'FILE, NAME or LINK')
  return openLink(text)
}
