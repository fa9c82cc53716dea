/** Pages of rows of a table: on which page each lies, its versions, and the locks on it. */
import { useState } from 'react'
import type { RowsAnswer, TableSummary } from '../../../engine/contract/sqlView.ts'
import { useAsked } from '../../store/useAsked.ts'
import { Button } from '../../widgets/Button.tsx'
import styles from './RowsPanel.module.css'
import type { SqlSubject } from './sqlSubject.ts'
import { LockSign } from './LockSign.tsx'
import { RowsPerPage } from './RowsPerPage.tsx'
import { Versions } from './Versions.tsx'

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
      <Table key={table.name} table={table} />
    </>
  )
}

function counted(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`
}

function Table({ table }: { table: TableSummary }) {
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
        <Pages {...{ answer }} />
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

type Row = RowsAnswer['rows'][number]

interface PageOfRows {
  page: number
  rows: Row[]
}

function byPage(rows: Row[]): PageOfRows[] {
  const pages: PageOfRows[] = []
  for (const row of rows) {
    const last = pages.at(-1)
    if (last?.page === row.page) last.rows.push(row)
    else pages.push({ page: row.page, rows: [row] })
  }
  return pages
}

function Pages({ answer }: { answer: RowsAnswer }) {
  if (answer.rows.length === 0) return <p className={styles.quiet}>No rows here.</p>
  return byPage(answer.rows).map(({ page, rows }) => (
    <section key={`${page} ${rows[0]?.key}`} className={styles.page} aria-label={`Page ${page}`}>
      <h3>
        Page {page}
        {rows.some(({ locks }) => locks.length > 0) && <small> ▣ has locks</small>}
      </h3>
      <ul>
        {rows.map(row => (
          <li key={row.key}>
            <RowHead row={row} />
            <Versions columns={answer.columns} versions={row.versions} />
          </li>
        ))}
      </ul>
    </section>
  ))
}

function RowHead({ row: { key, locks } }: { row: Row }) {
  return (
    <p className={styles.key}>
      <b>{key}</b>
      {locks.map(({ session, mode, isGranted }) => (
        <LockSign key={`${session} ${mode} ${isGranted}`} {...{ session, mode, isGranted }} />
      ))}
    </p>
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
