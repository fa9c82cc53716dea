/**
 * One quorum of a group as a boolean expression: printed, and as a tree whose leaves are members.
 * Arrows move among the leaves; the one in focus is named and ringed on the stage.
 */
import { type KeyboardEvent, useEffect, useState } from 'react'
import type { QuorumView } from '../../../engine/contract/frame.ts'
import type { SetsView } from '../../../engine/contract/volumeDetailView.ts'
import { say } from '../../../words/say.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Term } from '../../widgets/Term.tsx'
import { formulaTree, printFormula } from './formula.ts'
import { leafWords } from './Leaf.tsx'
import styles from './Formula.module.css'
import { lossPhrase } from './lossPhrase.ts'
import type { MemberRow } from './memberRows.ts'
import { Part } from './Part.tsx'

interface FormulaProps {
  kind: 'write' | 'read'
  quorum: QuorumView
  sets: SetsView
  rows: MemberRow[]
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }

/** Arrows go round all leaves of the tree. */
function moveAmong(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key]
  if (step === undefined) return
  const leaves = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-leaf]')]
  const at = leaves.indexOf(document.activeElement as HTMLElement)
  if (at < 0) return
  event.preventDefault()
  event.stopPropagation()
  leaves[(at + step + leaves.length) % leaves.length]?.focus()
}

export function Formula({ kind, quorum, sets, rows }: FormulaProps) {
  const [looked, setLooked] = useState<number | null>(null)
  const letters = rows.map(({ letter }) => letter)
  const text = printFormula(quorum.expression, letters)
  const name = kind === 'write' ? 'Write quorum' : 'Read quorum'
  const verdict = quorum.isMet ? 'met' : 'not met'
  const look = (bit: number | null) => {
    setLooked(bit)
    const segment = bit === null ? undefined : rows[bit]?.segment
    viewStore.setState({ highlighted: segment?.id ?? null })
  }
  useEffect(() => unring, [])
  const row = looked === null ? undefined : rows[looked]
  const { setsLeft } = sets
  return (
    <section className={styles.formula} aria-label={name}>
      <h3>
        <Term name={name.toLowerCase()}>{name}</Term>{' '}
        <span className={quorum.isMet ? styles.met : styles.unmet}>
          {quorum.isMet ? '✓' : '✕'} {verdict}
        </span>
      </h3>
      <p className={styles.printed}>{text}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move among its buttons */}
      <div onKeyDown={moveAmong}>
        <Part
          part={formulaTree(quorum.expression, sets.met)}
          leaves={{ rows, showsAcks: kind === 'write', onLook: look, onChoose: choose }}
        />
      </div>
      <p className={styles.loss}>
        {say(lossPhrase({ kind, sets, reachable: quorum.reachable, letters }))}
      </p>
      <p className={styles.looked}>
        {row === undefined
          ? say({ key: 'volume.sets', parameters: { setsLeft, sets: sets.sets } })
          : leafWords(row, kind === 'write')}
      </p>
    </section>
  )
}

/** A leaf that goes while it is looked at, by a key that closes the panel, says nothing of it. */
function unring(): void {
  viewStore.setState({ highlighted: null })
}

/** The steps of that copy can then be looked at. */
function choose(segment: string): void {
  viewStore.setState({ selection: segment })
}
