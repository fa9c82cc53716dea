/** Two sessions, a row each, and when the second begins: chosen by three lists and run. */
import { useState } from 'react'
import type { Micros } from '../../engine/contract/units.ts'
import { say } from '../../words/say.ts'
import { engineStore } from '../store/engineStore.ts'
import { useSteady } from '../store/useSteady.ts'
import { Button } from '../widgets/Button.tsx'
import type { TwoChanges } from './lesson.ts'
import { type PageRows, pagesOf } from './pagesOf.ts'
import { runTwoChanges } from './runTwoChanges.ts'

interface FormProps {
  act: TwoChanges
  at: Micros
  isAgain: boolean
}

export function TwoChangesForm({ act, at, isAgain }: FormProps) {
  const { table, changes, delays } = act
  const [one, other] = changes
  const frame = engineStore(state => state.frame)
  const pages = useSteady(pagesOf(frame, table))
  const [first, setFirst] = useState(one.row)
  const [second, setSecond] = useState(other.row)
  const [delay, setDelay] = useState(0)
  const run = () => runTwoChanges({ act, rows: [first, second], delay, at })
  return (
    <form
      className="lesson-form"
      onSubmit={event => {
        event.preventDefault()
        void run()
      }}
    >
      <RowList
        name={`${one.session}, at ${one.on}, changes`}
        {...{ pages }}
        row={first}
        onRow={setFirst}
      />
      <RowList
        name={`${other.session}, at ${other.on}, changes`}
        {...{ pages }}
        row={second}
        onRow={setSecond}
      />
      <label>
        <span className="lesson-name">{other.session} begins</span>
        <select value={delay} onChange={event => setDelay(Number(event.target.value))}>
          {delays.map(({ words }, index) => (
            <option key={words} value={index}>
              {say({ key: words, parameters: {} })}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" look="strong">
        {isAgain ? 'Try again' : 'Run both'}
      </Button>
    </form>
  )
}

interface RowListProps {
  name: string
  pages: PageRows[]
  row: number
  onRow: (row: number) => void
}

/** Rows by the page on which they live. */
function RowList({ name, pages, row, onRow }: RowListProps) {
  return (
    <label>
      <span className="lesson-name">{name}</span>
      <select value={row} onChange={event => onRow(Number(event.target.value))}>
        {pages.map(page => (
          <optgroup key={page.page} label={`Page ${page.page}`}>
            {rowsOf(page).map(each => (
              <option key={each} value={each}>
                row {each} on page {page.page}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  )
}

function rowsOf({ first, last }: PageRows): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
