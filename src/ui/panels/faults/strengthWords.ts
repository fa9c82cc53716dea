/** How strong a fault is, in the words of its kind; empty where it has no strength. */
import type { ActiveFault, FaultKind } from '../../../engine/contract/faults.ts'
import { formatShare } from '../../../words/formatNumbers.ts'

const shares: Partial<Record<FaultKind, string>> = {
  PacketLoss: 'of its messages lost',
  DiskFailure: 'of its writes fail',
  DiskCongestion: 'of its writes take longer',
  ReplicaFailure: 'of its stream is lost',
}

/** What a ratio of this kind is a share of. */
export function shareWords(fault: FaultKind, ratioPpm: number): string {
  return `${formatShare(ratioPpm)} ${shares[fault] ?? ''}`.trim()
}

export function strengthWords({ fault, factor, ratioPpm, ...rest }: ActiveFault): string {
  const words: string[] = []
  if (factor !== undefined) words.push(`${factor} times as slow`)
  if (ratioPpm !== undefined) words.push(shareWords(fault, ratioPpm))
  if (rest.minMillis !== undefined) words.push(`by ${rest.minMillis} to ${rest.maxMillis} ms`)
  return words.join(', ')
}
