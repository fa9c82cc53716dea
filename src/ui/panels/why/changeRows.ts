/** A change of a page, or the transaction it belongs to, in words: what was asked for, by whom. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { StateRow } from './stateRow.ts'

function rowWords(rows: number[]): string {
  return rows.length === 0 ? 'none' : rows.join(', ')
}

/** Facts, messages, and what the picture keeps no more, have no state of their own. */
export function changeRows({ multiMaster }: Frame, selection: string): StateRow[] {
  const proposal = multiMaster?.proposals.find(its => selection === `proposal:${its.proposal}`)
  if (proposal !== undefined) {
    const { page, base, instance, rows } = proposal
    return [
      { name: 'Change of page', value: String(page) },
      { name: 'Rows', value: rowWords(rows) },
      { name: 'Built on version', value: String(base) },
      { name: 'Asked by', value: instance },
    ]
  }
  const its = multiMaster?.transactions.find(
    ({ transaction }) => selection === `transaction:${transaction}`,
  )
  if (its === undefined) return []
  return [
    { name: 'Transaction of', value: its.application },
    { name: 'At writer', value: its.instance },
    { name: 'Reads', value: its.mode },
  ]
}
