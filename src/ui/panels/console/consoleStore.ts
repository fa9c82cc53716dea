/**
 * What stands in the console and is not yet part of the run: sessions that have a column, steps to
 * be dealt, what was typed before. It outlives the panel; another run starts it anew.
 */
import { create } from 'zustand'
import type { InterleavingCase } from '../../../engine/contract/interleaving.ts'
import type { IsolationLevel } from '../../../engine/contract/sql.ts'
import type { Scenario } from '../../../engine/contract/scenario.ts'
import type { PlannedStep } from './plan.ts'

export interface ConsoleSession {
  name: string
  /** Asked for here: an instance or an endpoint; null = where it is, at first the cluster's. */
  on: string | null
  /** Chosen here; null = whatever the engine gives. */
  level: IsolationLevel | null
}

/** A file of scripts and the case of it that is open. */
export interface OpenScript {
  title: string
  question: string
  cases: InterleavingCase[]
  chosen: number
}

export interface ConsoleState {
  sessions: ConsoleSession[]
  /** Columns put away; what they did stays in the recording. */
  closed: string[]
  planned: PlannedStep[]
  /** Run since the script was opened or reset. */
  played: PlannedStep[]
  history: string[]
  script: OpenScript | null
  /** The run that a script opened. */
  scenario: Scenario | null
  isRunning: boolean
  /** Said below the buttons. */
  note: string
}

const start = {
  sessions: ['ann', 'bob'].map(name => ({ name, on: null, level: null })),
  closed: [],
  planned: [],
  played: [],
  script: null,
  scenario: null,
  isRunning: false,
  note: '',
}

export const consoleStore = create<ConsoleState>()(() => ({ ...start, history: [] }))

/** Another run was opened: its own sessions, no steps; what was typed can be called back. */
export function startConsole(state: Partial<ConsoleState> = {}): void {
  consoleStore.setState({ ...start, ...state })
}

const mostRemembered = 200

/** The same again stands once, as the newest. */
export function remember(text: string): void {
  consoleStore.setState(({ history }) => ({
    history: [...history.filter(its => its !== text), text].slice(-mostRemembered),
  }))
}

let lastId = 0

export function planned(session: string, sql: string, gapMicros?: number): PlannedStep {
  lastId += 1
  return { id: lastId, session, sql, ...(gapMicros === undefined ? {} : { gapMicros }) }
}

export function changePlan(change: (steps: PlannedStep[]) => PlannedStep[]): void {
  consoleStore.setState(state => ({ planned: change(state.planned), note: '' }))
}

export function changeSession(name: string, change: Partial<ConsoleSession>): void {
  consoleStore.setState(({ sessions }) => ({
    sessions: sessions.map(its => (its.name === name ? { ...its, ...change } : its)),
  }))
}
