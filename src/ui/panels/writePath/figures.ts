/** Counts of either side as people compare them: for each transaction. */
import type { WriteKind, WritePathAnswer, WriteSide } from '../../../engine/contract/writePath.ts'

const million = 1_000_000

export const kindNames: Record<WriteKind, string> = {
  redo: 'Redo log',
  binlog: 'Binary log',
  doubleWrite: 'Double write',
  page: 'Pages',
}

/** SIGMOD 2017, table 1, as printed. */
export const published = {
  mirrored: { transactions: 780_000, ios: 7.4 },
  aurora: { transactions: 27_378_000, ios: 0.95 },
} as const

/** 0 without a transaction. */
export function each(side: WriteSide, sum: number): number {
  return side.transactions === 0 ? 0 : sum / side.transactions
}

export function iosEach(side: WriteSide, kind?: WriteKind): number {
  const kinds = side.kinds.filter(one => kind === undefined || one.kind === kind)
  return each(
    side,
    kinds.reduce((sum, one) => sum + one.ios, 0),
  )
}

/** Transactions a second. */
export function aSecond({ transactions, micros }: WriteSide): number {
  return (transactions * million) / micros
}

/** How many times MySQL's transactions Aurora committed; 0 where it committed none. */
export function timesAsMany({ aurora, mirrored }: WritePathAnswer): number {
  return mirrored.transactions === 0 ? 0 : aSecond(aurora) / aSecond(mirrored)
}
