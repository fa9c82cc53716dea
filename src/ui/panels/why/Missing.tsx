/** What is missing for this write? The formula with its dark leaves, and all writes that wait. */
import type { SubjectId } from '../../../engine/contract/ids.ts'
import { namePlace } from '../../../words/namePlace.ts'
import { engineStore } from '../../store/engineStore.ts'
import { useSteady } from '../../store/useSteady.ts'
import { viewStore } from '../../store/viewStore.ts'
import { type Leaf, type Missing as Lack, missingFor, pendingWrites } from './missingFor.ts'
import styles from './Missing.module.css'

const mostListed = 8

export function Missing({ subject }: { subject: SubjectId | null }) {
  const frame = engineStore(state => state.frame)
  const lsn = subject?.startsWith('record:') ? Number(subject.slice('record:'.length)) : null
  const lack = useSteady(frame && lsn !== null ? missingFor(frame, lsn) : null)
  const pending = useSteady(frame ? pendingWrites(frame) : [])
  if (lack === null && pending.length === 0) return null
  return (
    <section className={styles.missing} aria-label="What is missing for this write?">
      {lack && <Formula lack={lack} />}
      {pending.length > 0 && (
        <div className={styles.pending}>
          <span>Not durable yet:</span>
          {pending.slice(0, mostListed).map(each => (
            <button
              key={each}
              type="button"
              aria-pressed={each === lsn}
              onClick={() => viewStore.setState({ selection: `record:${each}` })}
            >
              {each}
            </button>
          ))}
          {pending.length > mostListed && <span>and {pending.length - mostListed} more</span>}
        </div>
      )}
    </section>
  )
}

function Formula({ lack: { lsn, joined, leaves } }: { lack: Lack }) {
  return (
    <>
      <h3>What is missing for write {lsn}?</h3>
      {leaves.map((leaf, index) => (
        <div key={leaf.members.map(({ segment }) => segment).join()} className={styles.leaf}>
          {index > 0 && <em>{joined}</em>}
          <LeafView leaf={leaf} />
        </div>
      ))}
    </>
  )
}

function wordsOf({ lacks }: Leaf): string {
  if (lacks === 0) return '✓ met'
  return lacks === 1 ? '1 is missing' : `${lacks} are missing`
}

function LeafView({ leaf }: { leaf: Leaf }) {
  const { needed, members, lacks } = leaf
  return (
    <p data-met={lacks === 0}>
      <strong>
        {needed} of {members.length}
      </strong>{' '}
      {members.map(({ segment, has }) => (
        <span key={segment} className={styles.member} data-has={has}>
          {has ? '●' : '○'} {segment.split('/')[1]}
          <span className={styles.unseen}>
            {namePlace(segment)} {has ? 'has it.' : 'lacks it.'}
          </span>
        </span>
      ))}{' '}
      <b>{wordsOf(leaf)}</b>
    </p>
  )
}
