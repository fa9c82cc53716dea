/**
 * Plays a script under the rule of one neighbour, a step a tick. A step that waits holds up the
 * later steps of its session; they follow as soon as it goes on. Nothing is timed: only the order
 * of steps counts. Rules X.
 */
import type {
  NeighbourPlay,
  NeighbourScriptId,
  NeighbourSession,
  NeighbourStep,
  PlayedStep,
  StepFate,
} from '../contract/neighbour.ts'
import type { NeighbourRule } from './neighbourRules.ts'
import { pageOfNeighbourRow } from './neighbourScripts.ts'

interface Txn {
  /** Rows that it has changed, also when that was undone since. */
  wrote: number[]
  state: 'open' | 'committed' | 'rolledBack' | 'unknown'
  waitsFor: number | null
}

interface Board {
  rule: NeighbourRule
  txns: Record<NeighbourSession, Txn>
  tick: number
  steps: PlayedStep[]
  decidedAt: number | null
}

const other = { ann: 'bob', bob: 'ann' } as const

export function playNeighbour(
  rule: NeighbourRule,
  script: { id: NeighbourScriptId; steps: NeighbourStep[] },
): NeighbourPlay {
  const board: Board = {
    rule,
    txns: { ann: begin(), bob: begin() },
    tick: 0,
    steps: [],
    decidedAt: null,
  }
  const isSkew = script.id === 'writeSkew'
  if (isSkew && rule.allowsWriteSkew === null) return untold(rule, script)
  const queue = [...script.steps]
  for (let step = takeNext(board, queue); step !== null; step = takeNext(board, queue)) {
    take(board, step)
    board.tick++
  }
  return { neighbour: rule.id, script: script.id, steps: board.steps, decidedAt: board.decidedAt }
}

function begin(): Txn {
  return { wrote: [], state: 'open', waitsFor: null }
}

/** No source tells what becomes of the commits. */
function untold(
  { id: neighbour }: NeighbourRule,
  { id: script, steps }: { id: NeighbourScriptId; steps: NeighbourStep[] },
): NeighbourPlay {
  const played = steps.map((step, tick): PlayedStep => {
    return { ...step, from: tick, to: tick, fate: step.do === 'commit' ? 'unknown' : 'done' }
  })
  return { neighbour, script, steps: played, decidedAt: null }
}

/** The first step, in the order of the script, whose session does not wait. */
function takeNext({ txns }: Board, queue: NeighbourStep[]): NeighbourStep | null {
  const index = queue.findIndex(({ session }) => txns[session].waitsFor === null)
  return index < 0 ? null : queue.splice(index, 1)[0]!
}

function take(board: Board, step: NeighbourStep): void {
  const { state } = board.txns[step.session]
  if (state === 'rolledBack') note(board, step, 'skipped')
  else if (state === 'unknown') note(board, step, 'unknown')
  else if (step.do === 'read') note(board, step, 'done')
  else if (step.do === 'commit') commit(board, step)
  else write(board, step, step.row!)
}

function note({ steps, tick }: Board, step: NeighbourStep, fate: StepFate): void {
  steps.push({ ...step, from: tick, to: tick, fate })
}

function commit(board: Board, step: NeighbourStep): void {
  const own = board.txns[step.session]
  const rival = board.txns[other[step.session]]
  const isLate = rival.state === 'committed' && own.wrote.some(row => rival.wrote.includes(row))
  if (board.rule.decides === 'rowAtCommit' && isLate) {
    lose(board, step)
    return
  }
  own.state = 'committed'
  note(board, step, 'done')
  release(board, other[step.session])
}

function write(board: Board, step: NeighbourStep, row: number): void {
  const rival = board.txns[other[step.session]]
  const { decides } = board.rule
  const isPageTaken = rival.wrote.some(its => pageOfNeighbourRow(its) === pageOfNeighbourRow(row))
  const isRowTaken = rival.state === 'open' && rival.wrote.includes(row)
  if (decides === 'pageAtWrite' && isPageTaken) lose(board, step)
  else if (decides === 'rowWait' && isRowTaken) wait(board, step, row)
  else {
    board.txns[step.session].wrote.push(row)
    note(board, step, 'done')
  }
}

function lose(board: Board, step: NeighbourStep): void {
  board.decidedAt ??= board.tick
  board.txns[step.session].state = 'rolledBack'
  note(board, step, 'lost')
  release(board, other[step.session])
}

function wait(board: Board, step: NeighbourStep, row: number): void {
  board.decidedAt ??= board.tick
  if (board.txns[other[step.session]].waitsFor !== null) endCycle(board, step)
  else {
    board.txns[step.session].waitsFor = row
    note(board, step, 'done')
  }
}

function endCycle(board: Board, step: NeighbourStep): void {
  if (board.rule.cycle === 'requester') {
    lose(board, step)
    return
  }
  const rival = board.txns[other[step.session]]
  board.txns[step.session].state = 'unknown'
  note(board, step, 'unknown')
  rival.state = 'unknown'
  settle(board, other[step.session], 'unknown')
}

/** Whoever waited for the one that has ended goes on now. */
function release(board: Board, session: NeighbourSession): void {
  const waiting = board.txns[session]
  if (waiting.waitsFor === null) return
  waiting.wrote.push(waiting.waitsFor)
  settle(board, session, 'done')
}

function settle(board: Board, session: NeighbourSession, fate: StepFate): void {
  const its = board.steps.filter(step => step.session === session).at(-1)!
  its.to = board.tick
  its.fate = fate
  board.txns[session].waitsFor = null
}
