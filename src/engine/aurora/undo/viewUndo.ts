/** What a frame shows of undo, and its sentence while all else is calm. Rule R12. */
import type { Frame } from '../../contract/frame.ts'
import type { World } from '../world.ts'
import { rowsLeft } from './beginUndo.ts'

export function viewUndo(world: World, frame: Frame): void {
  const { undo, instances } = world
  if (undo === null) return
  frame.undo = {
    instance: instances[undo.instance]!.id,
    since: undo.since,
    transactions: undo.transactions,
    transactionsLeft: undo.interrupted.length,
    rows: undo.rows,
    rowsLeft: rowsLeft(undo.interrupted),
    waiting: undo.waiting.length,
  }
  speak(frame)
}

/** Copies that are lacking are more urgent. */
function speak(frame: Frame): void {
  const { undo, lights } = frame
  if (undo === null || lights.commits.state !== 'on' || lights.dataSafe.state !== 'on') return
  if (/(AtRisk|Waits)$/.test(frame.caption.key)) return
  const { instance, transactionsLeft, rowsLeft: rows, waiting } = undo
  frame.caption = {
    key: 'undo.caption',
    parameters: { instance, transactions: transactionsLeft, rows, waiting },
  }
  frame.hint = { key: 'undo.hint', parameters: { waiting } }
}
