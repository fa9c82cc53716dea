/** Rows that typed SQL has put on a page, as far as its tables are small. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { InsideSubject } from '../../../engine/contract/inside.ts'
import type { RowsAnswer } from '../../../engine/contract/sqlView.ts'
import type { PageRow } from '../../scene/zoom/rowShapes.ts'
import { useAsked } from '../../store/useAsked.ts'

const mostRows = 200
const none: PageRow[] = []

export function usePageRows({ sql }: Frame, subject: InsideSubject): PageRow[] {
  const page = subject.startsWith('page:') ? Number(subject.slice(5)) : -1
  const tables = page < 0 ? [] : (sql?.tables ?? []).map(({ name }) => name)
  const question = `rows of page ${page} ${tables.join(' ')}`
  const answers = useAsked(question, engine =>
    Promise.all(tables.map(table => engine.sqlRows({ table, from: 0, count: mostRows }))),
  )
  return answers === null ? none : answers.flatMap(answer => rowsOn(answer, page))
}

function rowsOn({ table, columns, rows }: RowsAnswer, page: number): PageRow[] {
  return rows
    .filter(row => row.page === page)
    .map(({ key, versions, locks }) => {
      const [newest] = versions
      const values = newest?.values?.map((value, place) => `${columns[place]} ${value}`) ?? [
        'deleted',
      ]
      const held = locks.map(({ session, mode }) => `${mode} by ${session}`)
      const state = newest?.state === 'active' ? [`not yet committed, by ${newest.session}`] : []
      const text = [values.join(', '), ...state, ...held].join('; ')
      return { key: `${table} ${key}`, text: `${table}: ${text}` }
    })
}
