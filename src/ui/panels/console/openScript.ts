/**
 * Opens a script: a file of interleavings, read and checked by the engine. A case becomes a run of
 * its own, set up and standing; its steps wait to be dealt. Reset opens the run at hand again.
 */
import type { InterleavingCase } from '../../../engine/contract/interleaving.ts'
import type { Scenario } from '../../../engine/contract/scenario.ts'
import type { Problem } from '../../../workers/api.ts'
import { engineStore } from '../../store/engineStore.ts'
import { learnMore } from '../../store/learnMore.ts'
import { showOpened } from '../../store/showOpened.ts'
import { viewStore } from '../../store/viewStore.ts'
import {
  type ConsoleState,
  consoleStore,
  type OpenScript,
  planned,
  startConsole,
} from './consoleStore.ts'
import { settle } from './runSteps.ts'
import { microsOfGap } from './microsOfGap.ts'
import { scriptScenario, sessionsOf, stepSession } from './scriptScenario.ts'

export interface ScriptCard {
  name: string
  title: string
  question: string
}

/** Files beside the page. */
const folder = './scripts'

export async function starterScripts(): Promise<ScriptCard[]> {
  const answer = await fetch(`${folder}/index.json`)
  return answer.ok ? answer.json() : []
}

export async function openStarter({ name, title, question }: ScriptCard): Promise<void> {
  const answer = await fetch(`${folder}/${name}.json`)
  if (answer.ok) await openText(await answer.text(), { title, question })
}

/** As large as the engine reads; above that it is something else. */
const mostBytes = 2_000_000

export async function openScriptFile(file: File): Promise<void> {
  const message = `${file.name} has ${Math.round(file.size / 1000)} kB`
  if (file.size > mostBytes) tell([{ path: file.name, message, allowed: 'at most 2,000 kB' }])
  else await openText(await file.text(), { title: file.name.replace(/\.json$/, ''), question: '' })
}

function tell(problems: Problem[]): void {
  const title = 'This file is not a script of sessions.'
  const text = 'What was running goes on untouched.'
  viewStore.setState({ notice: { tone: 'bad', title, text, problems } })
}

async function openText(
  text: string,
  words: Pick<ScriptCard, 'title' | 'question'>,
): Promise<void> {
  const read = await engineStore.getState().engine?.readInterleaving(text)
  if (read === undefined) return
  if (!read.ok) tell(read.problems)
  else await openCase({ ...words, cases: read.cases.map(its => its.read), chosen: 0 })
}

const oldRelease = 'The script asks for MySQL 5.6; a cluster with one writer speaks 8.0 here.'

function stepsOf(read: InterleavingCase) {
  return read.steps.map(({ session, sql, gap }, index) => {
    return planned(stepSession(session, index), sql, microsOfGap(gap))
  })
}

export async function openCase(script: OpenScript): Promise<void> {
  const read = script.cases[script.chosen]
  if (read === undefined) return
  const sessions = sessionsOf(read).map(name => ({
    name,
    on: null,
    level: read.isolation,
  }))
  const scenario = scriptScenario(read, script)
  const isOld = read.release === '5.6' && read.topology === 'single-master'
  const note = isOld ? oldRelease : ''
  await openStanding(scenario, { script, sessions, note, planned: stepsOf(read) })
}

/** Opens a run where it opens, standing, with the console as given. */
async function openStanding(source: Scenario, state: Partial<ConsoleState>): Promise<void> {
  const { engine } = engineStore.getState()
  if (engine === null) return
  const { dialog } = viewStore.getState()
  await learnMore()
  const outcome = await engine.open(source)
  if (!outcome.ok) return tell(outcome.problems)
  startConsole({ ...state, scenario: outcome.opened.scenario, isRunning: true })
  await showOpened(outcome.opened, dialog)
  await settle().catch(() => undefined)
  consoleStore.setState({ isRunning: false })
}

/** The same run from its beginning: every step is to come again. */
export async function reset(): Promise<void> {
  const { script, sessions, played, planned: rest } = consoleStore.getState()
  const { opened } = engineStore.getState()
  if (opened === null) return
  await openStanding(opened.scenario, { script, sessions, planned: [...played, ...rest] })
}
