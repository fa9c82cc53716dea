/**
 * Keeps the bill up to the instant shown: asked a few times a second while the run plays, and at
 * once when prices or rows change. One question at a time.
 */
import { useEffect } from 'react'
import { acuOf } from '../../../words/formatAcu.ts'
import { engineStore } from '../../store/engineStore.ts'
import { askBill } from './askBill.ts'
import { type BillState, billStore } from './billStore.ts'
import { callOff } from './compare.ts'
import { type PricedRow, rowsOf } from './rowsOf.ts'

const pauseMillis = 250

/** What the answer depends on beside the run. */
function keyOf({ prices, backupGb, family, compared, sizing }: BillState): unknown[] {
  return [prices, backupGb, family, compared, sizing]
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.every((value, index) => value === other[index])
}

async function refresh(): Promise<void> {
  const { compared, family } = billStore.getState()
  const rows = rowsOf(compared, family)
  const answer = await askBill(rows.map(({ usage }) => usage))
  const priced = rows.map((row, index): PricedRow => ({ ...row, pair: answer.others[index]! }))
  billStore.setState({ answer, rows: priced, problem: '' })
}

function fail(why: unknown): void {
  billStore.setState({ problem: why instanceof Error ? why.message : String(why) })
}

/** Asks as long as somebody looks; answers what to do when nobody does. */
function watch(): () => void {
  let isOver = false
  let seen: unknown[] = []
  const again = async () => {
    const { engine, opened, playback } = engineStore.getState()
    const wanted = [engine, opened, playback?.at, playback?.branch, ...keyOf(billStore.getState())]
    if (seen.length === 0 || !isSame(wanted, seen)) {
      seen = wanted
      takeUpRun()
      await refresh().catch(fail)
    }
    if (!isOver) timer = window.setTimeout(again, pauseMillis)
  }
  let timer = window.setTimeout(again, 0)
  return () => {
    isOver = true
    window.clearTimeout(timer)
  }
}

/** What was played beside another run says nothing of this one; a cluster brings its own range. */
function takeUpRun(): void {
  const { opened, frame } = engineStore.getState()
  if (billStore.getState().opened === opened) return
  callOff()
  const own = frame?.serverless?.instances[0]
  const range = own ? { range: { min: acuOf(own.min), max: acuOf(own.max) } } : {}
  billStore.setState({ opened, comparing: 'idle', compared: null, rows: [], ...range })
}

export function useBill(): void {
  useEffect(watch, [])
}
