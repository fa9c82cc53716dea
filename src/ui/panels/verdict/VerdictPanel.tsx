/**
 * The verdict on the run up to the instant shown: which isolation levels it still satisfies, and
 * each anomaly found, with its smallest cycle drawn, told, and linked to its moments.
 */
import { group } from 'd3-array'
import type { RunAnomaly, RunVerdict } from '../../../engine/contract/history.ts'
import { engineStore } from '../../store/engineStore.ts'
import { Button } from '../../widgets/Button.tsx'
import { formatInstant } from '../../widgets/formatInstant.ts'
import { AnomalyGroup } from './AnomalyGroup.tsx'
import { Levels } from './Levels.tsx'
import { type Judge, useVerdict } from './useVerdict.ts'
import styles from './VerdictPanel.module.css'

export function VerdictPanel() {
  const judge = useVerdict()
  const { judging, again } = judge
  if (judging.state === 'judging') return <Judging share={judging.share} judge={judge} />
  if (judging.state === 'judged') return <Verdict verdict={judging.verdict} again={again} />
  return (
    <div className={styles.panel}>
      <p>
        {judging.state === 'failed'
          ? `The verdict could not be had: ${judging.why}.`
          : 'Called off before the verdict.'}
      </p>
      <Button onClick={again}>Judge again</Button>
    </div>
  )
}

function Judging({ share, judge }: { share: number; judge: Judge }) {
  return (
    <div className={styles.panel}>
      <p>The run is played once more, beside the page, and its history kept.</p>
      <progress aria-label="Judging" value={share} max={1} />
      <Button onClick={judge.callOff}>Call it off</Button>
    </div>
  )
}

function Verdict({ verdict, again }: { verdict: RunVerdict; again: () => void }) {
  const at = engineStore(({ playback }) => playback?.at ?? 0)
  const { anomalies, bounds, levels, counts } = verdict
  return (
    <div className={styles.panel}>
      <Judged verdict={verdict} />
      {at !== verdict.at && (
        <Button look="quiet" icon="step" onClick={again}>
          Judge up to {formatInstant(at)}
        </Button>
      )}
      <section aria-label="Anomalies">
        <h3>{anomalies.length === 0 ? 'No anomaly' : 'Anomalies'}</h3>
        {anomalies.length === 0 && <Clean isEmpty={counts.committed === 0} />}
        {groupsOf(anomalies).map(ofName => (
          <AnomalyGroup key={ofName[0]!.name} group={ofName} transactions={verdict.transactions} />
        ))}
        {bounds.hasMore && <p className={styles.quiet}>There are more of these.</p>}
      </section>
      <Levels levels={levels} />
    </div>
  )
}

/** Those of one name together, in the order in which the first of each stands. */
function groupsOf(anomalies: readonly RunAnomaly[]): RunAnomaly[][] {
  return [...group(anomalies, ({ name }) => name).values()]
}

function Clean({ isEmpty }: { isEmpty: boolean }) {
  return (
    <p>
      {isEmpty
        ? 'Nothing has been committed yet. Play on, or type transactions in the console.'
        : 'What everybody read and wrote so far fits one order.'}
    </p>
  )
}

function Judged({ verdict }: { verdict: RunVerdict }) {
  const { at, counts, bounds } = verdict
  const parts = [
    `${counts.committed} committed`,
    counts.aborted > 0 ? `${counts.aborted} rolled back` : '',
    counts.unknown > 0 ? `${counts.unknown} of unknown outcome` : '',
    counts.open > 0 ? `${counts.open} open` : '',
  ]
  return (
    <div>
      <p>
        Up to <b>{formatInstant(at)}</b>: {counts.transactions} transactions judged,{' '}
        {parts.filter(part => part !== '').join(', ')}.
      </p>
      <p className={styles.quiet}>
        {counts.reads} reads and {counts.writes} writes of rows, {counts.predicates} questions with
        WHERE.
        {bounds.dropped > 0 && ` ${bounds.dropped} older ones are no longer known.`}
      </p>
    </div>
  )
}
