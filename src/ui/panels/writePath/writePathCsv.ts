/**
 * What was counted as comma-separated values: a line for each quantity with both sides, what was
 * published of it, and the load with which it was counted.
 */
import type { WritePathAnswer, WriteSide } from '../../../engine/contract/writePath.ts'
import { aSecond, each, iosEach, kindNames, published } from './figures.ts'

const heads = [
  'quantity,unit,mirrored_mysql,aurora,published_mirrored_mysql,published_aurora',
  'sessions,rows_a_transaction,pages,disk_down,seed',
].join(',')

interface Line {
  quantity: string
  unit: string
  of: (side: WriteSide) => number
  published?: readonly [number, number]
}

function kindLines({ mirrored }: WritePathAnswer): Line[] {
  return mirrored.kinds.flatMap(({ kind }): Line[] => {
    const bytesOf = (side: WriteSide) =>
      each(side, side.kinds.find(its => its.kind === kind)?.bytes ?? 0)
    const quantity = kindNames[kind]
    return [
      { quantity, unit: 'ios_a_transaction', of: side => iosEach(side, kind) },
      { quantity, unit: 'bytes_a_transaction', of: bytesOf },
    ]
  })
}

function linesOf(answer: WritePathAnswer): Line[] {
  const { mirrored, aurora } = published
  const a = 'a_transaction'
  return [
    ...kindLines(answer),
    {
      ...{ quantity: 'All I/Os', unit: `ios_${a}`, of: side => iosEach(side) },
      published: [mirrored.ios, aurora.ios],
    },
    { quantity: 'At disks or copies', unit: `ios_${a}`, of: side => each(side, side.copies) },
    { quantity: 'At disks or copies', unit: `bytes_${a}`, of: side => each(side, side.copyBytes) },
    { quantity: 'Half are done within', unit: 'microseconds', of: side => side.latencyMicros },
    {
      ...{ quantity: 'Transactions', unit: 'a_second', of: aSecond },
      published: [mirrored.transactions / 1_800, aurora.transactions / 1_800],
    },
    { quantity: 'Transactions', unit: 'counted', of: side => side.transactions },
    { quantity: 'Time measured', unit: 'microseconds', of: side => side.micros },
  ]
}

export function writePathCsv(answer: WritePathAnswer): string {
  const { sessions, writes, pages, isDiskDown, seed } = answer.request
  const load = [sessions, writes, pages, isDiskDown ? 'yes' : 'no', seed]
  const lines = linesOf(answer).map(({ quantity, unit, of, published: printed }) => {
    const figures = [of(answer.mirrored), of(answer.aurora), ...(printed ?? ['', ''])]
    return [quantity, unit, ...figures.map(short), ...load].join(',')
  })
  return `${[heads, ...lines].join('\n')}\n`
}

/** Six digits that count. */
function short(value: number | string): number | string {
  return typeof value === 'number' ? Number(value.toPrecision(6)) : value
}
