/**
 * Opens a story: a name, a link, a scenario file. Bad input is told by place and allowed values,
 * and whatever runs goes on untouched, with the opening story offered as a way on.
 */
import type { Scenario } from '../../engine/contract/scenario.ts'
import type { OpenOutcome, Problem } from '../../workers/api.ts'
import { engineStore } from './engineStore.ts'
import { learnMore } from './learnMore.ts'
import { showOpened } from './showOpened.ts'
import { viewStore } from './viewStore.ts'

export const openingName = 'four-of-six'

/** What could not be opened, in the words of the person who tried. */
export type SourceKind = 'story' | 'link' | 'file'

const titles: Record<SourceKind, string> = {
  story: 'There is no story of that name.',
  link: 'This link cannot be opened.',
  file: 'This file is not a scenario that can run.',
}

export function sourceKindOf(source: string): SourceKind {
  return /^#?[a-z][a-z0-9-]*$/.test(source) ? 'story' : 'link'
}

function tellProblems(kind: SourceKind, problems: Problem[]): void {
  const isRunning = engineStore.getState().opened !== null
  const text = isRunning ? 'What was running goes on untouched.' : undefined
  viewStore.setState({
    notice: { tone: 'bad', title: titles[kind], text, problems, offersOpening: true },
  })
}

/** A worker that dies while opening rejects: told like any other bad outcome. */
function brokenOff(error: unknown): OpenOutcome {
  const message = error instanceof Error ? error.message : String(error)
  return { ok: false, problems: [{ path: 'engine', message, allowed: null }] }
}

/** True when it was opened; it then plays. */
export async function openSource(source: Scenario | string, kind: SourceKind): Promise<boolean> {
  const { engine } = engineStore.getState()
  if (engine === null) return false
  const { dialog } = viewStore.getState()
  if (source !== openingName) await learnMore()
  const outcome = await engine.open(source, true).catch(brokenOff)
  if (!outcome.ok) {
    tellProblems(kind, outcome.problems)
    return false
  }
  await showOpened(outcome.opened, dialog)
  return true
}

export function openStory(name: string): Promise<boolean> {
  return openSource(name, 'story')
}
