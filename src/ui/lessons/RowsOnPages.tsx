/** Which row lives on which page, by the engine's own picture, and who is about to change what. */
import { engineStore } from '../store/engineStore.ts'
import { useSteady } from '../store/useSteady.ts'
import type { Exhibit, RowChange } from './lesson.ts'
import { changesOn, pagesOf } from './pagesOf.ts'

export function RowsOnPages({ exhibit }: { exhibit: Exhibit }) {
  const { table, changes } = exhibit
  const frame = engineStore(state => state.frame)
  const pages = useSteady(pagesOf(frame, table))
  return (
    <table className="lesson-pages">
      <caption>Table {table}: which row lives on which page</caption>
      <thead>
        <tr>
          <th scope="col">Page</th>
          <th scope="col">Rows</th>
          <th scope="col">About to change</th>
        </tr>
      </thead>
      <tbody>
        {pages.map(page => (
          <tr key={page.page} data-changed={changesOn(page, changes).length > 0 || undefined}>
            <th scope="row">{page.page}</th>
            <td>
              {page.first}–{page.last}
            </td>
            <td>
              {changesOn(page, changes).map(change => (
                <div key={change.session}>{changeWords(change)}</div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function changeWords({ session, on, row }: RowChange): string {
  return `row ${row} by ${session} at ${on}`
}
