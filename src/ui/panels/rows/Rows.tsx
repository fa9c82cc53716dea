/** Pages of rows of a table: on which page each lies, its versions, and the locks on it. */
import { useState } from 'react'
import type { LockView, TableSummary } from '../../../engine/contract/sqlView.ts'
import { useAsked } from '../../store/useAsked.ts'
import { Button } from '../../widgets/Button.tsx'
import styles from './RowsPanel.module.css'
import type { SqlSubject } from './sqlSubject.ts'
import { PagesOfRows } from './PagesOfRows.tsx'
import { RowsPerPage } from './RowsPerPage.tsx'

/** Rows asked for at once. */
const rowsAtOnce = 24

export function Rows({ sql }: SqlSubject) {
  const [asked, setAsked] = useState('')
  const table = sql.tables.find(({ name }) => name === asked) ?? sql.tables[0]
  if (table === undefined) return <p className={styles.quiet}>There is no table yet.</p>
  return (
    <>
      <label className={styles.choice}>
        Table
        <select value={table.name} onChange={event => setAsked(event.target.value)}>
          {sql.tables.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <Table key={table.name} table={table} locks={sql.locks} />
    </>
  )
}

function counted(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`
}

function Table({ table, locks }: { table: TableSummary; locks: LockView[] }) {
  const [from, setFrom] = useState(0)
  const { name } = table
  const question = { table: name, from, count: rowsAtOnce }
  const answer = useAsked(`${name} ${from}`, engine => engine.sqlRows(question))
  return (
    <>
      <p className={styles.quiet}>
        {counted(table.rows, 'row')} on {counted(table.pages, 'page')}
        {answer !== null && `, up to ${answer.rowsPerPage} a page`}.
      </p>
      <Indexes table={table} />
      {answer !== null && (
        <RowsPerPage key={answer.rowsPerPage} table={name} now={answer.rowsPerPage} />
      )}
      {answer === null ? (
        <p className={styles.quiet}>Asking the engine…</p>
      ) : (
        <PagesOfRows {...{ answer, locks, from }} />
      )}
      <Pager from={from} count={answer?.rowCount ?? table.rows} onTurn={setFrom} />
    </>
  )
}

function Indexes({ table: { indexes } }: { table: TableSummary }) {
  return (
    <ul className={styles.indexes} aria-label="Indexes">
      {indexes.map(({ name, columns, isUnique, pages }) => (
        <li key={name}>
          <b>{name}</b> ({columns.join(', ')}){isUnique && ', unique'}, {counted(pages, 'page')}
        </li>
      ))}
    </ul>
  )
}

interface PagerProps {
  from: number
  count: number
  onTurn: (from: number) => void
}

function Pager({ from, count, onTurn }: PagerProps) {
  if (count <= rowsAtOnce) return null
  const next = from + rowsAtOnce
  return (
    <div className={styles.pager}>
      <Button disabled={from === 0} onClick={() => onTurn(Math.max(0, from - rowsAtOnce))}>
        Rows before
      </Button>
      <small>
        {from + 1} to {Math.min(next, count)} of {count.toLocaleString('en')}
      </small>
      <Button disabled={next >= count} onClick={() => onTurn(next)}>
        Rows after
      </Button>
    </div>
  )
}
