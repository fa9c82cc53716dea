/** Plays random programs of a few sessions in turns on the bench, and takes down what each saw. */
import {
  initialRows,
  type Operation,
  type Program,
  type Run,
  type Sight,
  sightOf,
  sqlOf,
  type Trace,
  type Trial,
} from '../aurora/relations/stories/programs.ts'
import type { Step } from '../aurora/relations/stories/script.ts'
import type { Dialect, IsolationLevel } from '../contract/sql.ts'
import { asStep, committedRows, give, setStage, type Stage, wait } from './playScript.ts'

interface Player extends Run {
  name: string
  /** Texts still to be given, the first next. */
  texts: string[]
}

export function playTrial(dialect: Dialect, level: IsolationLevel, trial: Trial): Trace {
  const stage = setStage({ dialect, level, columns, rows: firstRows() })
  if (trial.hasIndex) stage.bench.run('maker', 'create index by_value on test (value)')
  const players = trial.programs.map(playerOf)
  const trace: Trace = { level, runs: players, states: [new Map(initialRows)] }
  const playerOfStep = ({ session }: Step) => players.find(({ name }) => name === session)!
  stage.issued = step => {
    if (step.label !== '') playerOfStep(step).commitsBefore.push(trace.states.length - 1)
  }
  stage.answered = step => note(stage, trace, playerOfStep(step), step)
  for (const turn of trial.turns) takeTurn(stage, players[turn % players.length]!)
  for (const player of players) finish(stage, player)
  wait(stage)
  return trace
}

const columns = 'id int primary key, value int'

function firstRows(): string {
  return [...initialRows].map(row => `(${row.join(', ')})`).join(', ')
}

function playerOf(program: Program, place: number): Player {
  const texts = ['begin', ...program.operations.map(sqlOf), program.ending]
  const run = { program, sights: [], commitsBefore: [], commitsAfter: [], hasCommitted: false }
  return { ...run, texts, name: `s${place + 1}` }
}

/** Nothing happens when it is not free. */
function takeTurn(stage: Stage, player: Player): void {
  if (stage.running.has(player.name) || stage.failed.has(player.name)) return
  giveNext(stage, player)
}

function giveNext(stage: Stage, player: Player): void {
  const sql = player.texts.shift()
  if (sql === undefined) return
  const isOperation = sql !== 'begin' && sql !== player.program.ending
  give(
    stage,
    asStep({ session: player.name, label: isOperation ? 'operation' : '', sql, expected: '' }),
  )
}

/** Its remaining statements queue behind the one that waits. */
function finish(stage: Stage, player: Player): void {
  while (player.texts.length > 0) giveNext(stage, player)
}

function note(stage: Stage, trace: Trace, player: Player, step: Step): void {
  const operation = player.program.operations[player.sights.length]
  if (step.label === 'operation') {
    player.sights.push(sightIn(step, operation!))
    player.commitsAfter.push(trace.states.length - 1)
  }
  if (step.sql !== 'commit' || step.error !== null) return
  player.hasCommitted = true
  trace.states.push(new Map(committedRows(stage) as [number, number][]))
}

function sightIn({ error, rows, affected }: Step, { do: what }: Operation): Sight {
  if (error !== null) return error.code === 1062 ? 'duplicate' : `error ${error.code}`
  return what === 'read' || what === 'find' ? sightOf(rows) : `changed ${affected}`
}
