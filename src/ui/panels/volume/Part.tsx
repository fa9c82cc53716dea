/** A part of a formula: a set of leaves, or parts joined by *and* or *or*, ticked when met. */
import { Fragment } from 'react'
import type { FormulaPart } from './formula.ts'
import styles from './Formula.module.css'
import { Leaf } from './Leaf.tsx'
import type { MemberRow } from './memberRows.ts'

export interface Leaves {
  rows: MemberRow[]
  showsAcks: boolean
  onLook: (bit: number | null) => void
  onChoose: (segment: string) => void
}

export function Part({ part, leaves }: { part: FormulaPart; leaves: Leaves }) {
  const verdict = part.isMet ? 'satisfied' : 'not satisfied'
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      role="group"
      aria-label={`${nameOf(part)}: ${verdict}`}
      className={`${styles.part} ${part.isMet ? styles.isMet : styles.isUnmet}`}
    >
      <span className={styles.tick} aria-hidden="true">
        {part.isMet ? '✓' : '✕'}
      </span>
      {part.kind === 'atLeast' ? (
        <LeafSet part={part} leaves={leaves} />
      ) : (
        <Joined part={part} leaves={leaves} />
      )}
    </div>
  )
}

function nameOf({ kind, count, members }: FormulaPart): string {
  if (kind === 'atLeast') return `${count} of these ${members.length}`
  return kind === 'and' ? 'All of these parts' : 'One of these parts'
}

function LeafSet({ part, leaves }: { part: FormulaPart; leaves: Leaves }) {
  const { rows, ...rest } = leaves
  const isFirst = /^0(\.0)*$/.test(part.path)
  return (
    <span className={styles.leaves}>
      <b>{part.count} of</b>
      {part.members.map((bit, index) => {
        const row = rows[bit]
        if (row === undefined) return null
        return <Leaf key={bit} row={row} isTabStop={isFirst && index === 0} {...rest} />
      })}
    </span>
  )
}

function Joined({ part, leaves }: { part: FormulaPart; leaves: Leaves }) {
  return (
    <span className={styles.joined}>
      {part.parts.map((each, index) => (
        <Fragment key={each.path}>
          {index > 0 && <em>{part.kind}</em>}
          <Part part={each} leaves={leaves} />
        </Fragment>
      ))}
    </span>
  )
}
