/**
 * A member in a formula: lit when within reach, with a tick when it has acknowledged the record
 * that is watched; the shape says it as well as the colour.
 */
import type { MemberRow } from './memberRows.ts'
import { plainPlace } from './memberRows.ts'
import styles from './Formula.module.css'

interface LeafProps {
  row: MemberRow
  /** The formula of writes shows acknowledgements. */
  showsAcks: boolean
  isTabStop: boolean
  onLook: (bit: number | null) => void
  onChoose: (segment: string) => void
}

export function leafWords(row: MemberRow, showsAcks: boolean): string {
  const reach = row.silent ?? (row.isReachable ? 'within reach' : 'not within reach')
  const kind = row.kind === 'tail' ? ', log only' : ''
  const counts = row.counts ? '' : ', does not count yet'
  const onDisk = row.isOnDisk ? ', has it on disk' : ', has not got it'
  const acks = row.hasAcknowledged ? ', has acknowledged' : onDisk
  return `${row.letter}, ${plainPlace(row.segment)}${kind}: ${reach}${counts}${
    showsAcks ? acks : ''
  }`
}

export function Leaf({ row, showsAcks, isTabStop, onLook, onChoose }: LeafProps) {
  const isLit = row.isReachable && row.counts && row.silent === null
  const reach = row.silent !== null ? '…' : isLit ? '●' : row.isReachable ? '◌' : '✕'
  const sign = showsAcks && row.hasAcknowledged ? '✓' : reach
  return (
    <button
      type="button"
      className={isLit ? styles.lit : styles.unlit}
      data-leaf={row.bit}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={leafWords(row, showsAcks)}
      onFocus={() => onLook(row.bit)}
      onBlur={() => onLook(null)}
      onPointerEnter={() => onLook(row.bit)}
      onPointerLeave={() => onLook(null)}
      onClick={() => onChoose(row.segment.id)}
    >
      {row.letter}
      <i aria-hidden="true">{sign}</i>
    </button>
  )
}
