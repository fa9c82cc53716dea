/** The rows of an answer: NULL as NULL, numbers at the right, the first few of many. */
import { useState } from 'react'
import type { ResultValue } from '../../../engine/contract/sql.ts'
import styles from './ResultTable.module.css'

/** Rows shown before somebody asks for more. */
const fewRows = 12

interface ResultTableProps {
  columns: string[]
  rows: ResultValue[][]
}

const number = /^-?\d+(\.\d+)?$/

function isNumber(value: ResultValue): boolean {
  return typeof value === 'number' || (typeof value === 'string' && number.test(value))
}

/** DECIMAL comes as text. */
function isNumeric(rows: ResultValue[][], place: number): boolean {
  const values = rows.map(row => row[place] ?? null).filter(value => value !== null)
  return values.length > 0 && values.every(isNumber)
}

function Value({ value }: { value: ResultValue | undefined }) {
  if (value === null || value === undefined) return <i className={styles.null}>NULL</i>
  return typeof value === 'boolean' ? (value ? 't' : 'f') : String(value)
}

export function ResultTable({ columns, rows }: ResultTableProps) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? rows : rows.slice(0, fewRows)
  const sides = columns.map((_, place) => (isNumeric(rows, place) ? 'right' : undefined))
  return (
    <>
      <table className={styles.result}>
        <thead>
          <tr>
            {columns.map((column, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name
              <th key={place} scope="col" data-side={sides[place]}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of an answer never move
            <tr key={index}>
              {columns.map((_, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: nor do its columns
                <td key={place} data-side={sides[place]}>
                  <Value value={row[place]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <button type="button" className={styles.more} onClick={() => setWhole(true)}>
          Show all {rows.length} rows
        </button>
      )}
    </>
  )
}
