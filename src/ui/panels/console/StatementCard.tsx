/** A statement with its state: it runs, waits on somebody, was answered, or was refused. */
import { formatTime } from '../../../words/formatNumbers.ts'
import { say } from '../../../words/say.ts'
import { meaningKey } from '../../../words/sqlErrorSentences.ts'
import type { SqlError, StatementRecord } from '../../../engine/contract/sql.ts'
import type { SqlSessionView } from '../../../engine/contract/sqlView.ts'
import { engineStore } from '../../store/engineStore.ts'
import { useSteady } from '../../store/useSteady.ts'
import { askWhyRefused } from './askWhyRefused.ts'
import { agedWords, answerWords, codeWords } from './answerWords.ts'
import styles from './Sheet.module.css'
import { ResultTable } from './ResultTable.tsx'
import { wrongRange } from './editor/wrongPlaces.ts'
import type { TranscriptLine } from './transcript.ts'

export function StatementCard({ line }: { line: TranscriptLine }) {
  const { record, isOpen, session } = line
  const error = isOpen ? undefined : record.error
  const state = isOpen ? 'open' : error === undefined ? 'ok' : 'error'
  return (
    <div className={styles.card} data-state={state}>
      <small className={styles.who}>{session}</small>
      <code>
        <StatementText text={record.text} place={error?.position} />
      </code>
      {isOpen ? <Open session={session} /> : <Answer record={record} />}
    </div>
  )
}

/** With the place at which it went wrong underlined. */
function StatementText({ text, place }: { text: string; place: number | undefined }) {
  const range = place === undefined ? null : wrongRange(text, place)
  if (range === null) return text
  const { from, to } = range
  return (
    <>
      {text.slice(0, from)}
      <mark>{text.slice(from, to)}</mark>
      {text.slice(to)}
    </>
  )
}

/** On whom it waits, and for what. */
function Open({ session }: { session: string }) {
  const view = useSteady(
    engineStore(({ frame }) => frame?.sql?.sessions)?.find(({ name }) => name === session),
  )
  return <p className={styles.open}>{openWords(view)}</p>
}

function openWords(view: SqlSessionView | undefined): string {
  const waits = view?.waitsFor ?? null
  if (waits === null) return '▸ Runs…'
  const { what, resource, holders } = waits
  const sign = what === 'network' || what === 'cpu' ? '▸' : '‖'
  return `${sign} ${say({ key: `sql.wait.${what}`, parameters: { resource, holders } })}`
}

function Answer({ record }: { record: StatementRecord }) {
  const { error, columns, rows, submittedAt, finishedAt } = record
  if (error !== undefined) return <Refusal record={record} error={error} />
  const took = formatTime((finishedAt ?? submittedAt) - submittedAt)
  return (
    <>
      {columns !== undefined && rows !== undefined && <ResultTable {...{ columns, rows }} />}
      <p className={styles.answer}>
        ✓ {answerWords(record)} <span>{took}</span> <Aged record={record} />
      </p>
    </>
  )
}

function Aged({ record }: { record: StatementRecord }) {
  const words = agedWords(record)
  return words === '' ? null : <b className={styles.aged}>{words}</b>
}

/** In the edition's own words, and in plain ones for who asks. */
function Refusal({ record, error }: { record: StatementRecord; error: SqlError }) {
  return (
    <>
      <p className={styles.refusal}>
        ✕ <b>{codeWords(error)}</b> {error.message}
      </p>
      <details className={styles.meaning}>
        <summary>What does this mean?</summary>
        <p>{say({ key: meaningKey(error), parameters: {} })}</p>
        {error.kind !== 'syntax' && (
          <button type="button" onClick={() => void askWhyRefused(record)}>
            Why did it happen?
          </button>
        )}
      </details>
    </>
  )
}
