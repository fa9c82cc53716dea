/** Rows on their pages, each with its locks and versions; between them the gaps that are locked. */
import type { LockView, RowsAnswer } from '../../../engine/contract/sqlView.ts'
import { GapLine } from './GapLine.tsx'
import { gapAtEnd, gapBefore, isOfGapOnly, strengthOf } from './gapLocks.ts'
import { LockSign } from './LockSign.tsx'
import styles from './RowsPanel.module.css'
import { Versions } from './Versions.tsx'

type Row = RowsAnswer['rows'][number]

interface PagesOfRowsProps {
  answer: RowsAnswer
  locks: LockView[]
  /** The place of the first row in the table. */
  from: number
}

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

export function PagesOfRows({ answer, locks, from }: PagesOfRowsProps) {
  const { table, columns, rows: all, rowCount } = answer
  const isEnd = from + all.length >= rowCount
  return (
    <>
      {all.length === 0 && <p className={styles.quiet}>No rows here.</p>}
      {byPage(all).map(({ page, rows }) => (
        <section
          key={`${page} ${rows[0]?.key}`}
          className={styles.page}
          aria-label={`Page ${page}`}
        >
          <h3>
            Page {page}
            {rows.some(row => row.locks.length > 0) && <small> ▣ has locks</small>}
          </h3>
          <ul>
            {rows.map(row => (
              <li key={row.key}>
                <GapLine where={`gap before ${row.key}`} locks={gapBefore(locks, table, row.key)} />
                <RowHead row={row} />
                <Versions columns={columns} versions={row.versions} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {isEnd && <GapLine where="gap behind the last row" locks={gapAtEnd(locks, table)} />}
    </>
  )
}

/** Locks on the row itself. */
function RowHead({ row: { key, locks } }: { row: Row }) {
  const own = locks.filter(({ mode }) => !isOfGapOnly(mode))
  return (
    <p className={styles.key}>
      <b>{key}</b>
      {own.map(({ session, mode, isGranted }) => (
        <LockSign
          key={`${session} ${mode} ${isGranted}`}
          {...{ session, isGranted }}
          mode={strengthOf(mode)}
        />
      ))}
    </p>
  )
}
