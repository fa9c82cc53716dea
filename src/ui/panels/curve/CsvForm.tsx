/** A curve pasted as text; every line that is wrong is told, and nothing is taken until all fit. */
import { useId, useState } from 'react'
import type { WrittenPoint } from '../../../engine/contract/demandCurve.ts'
import { Button } from '../../widgets/Button.tsx'
import styles from './CurvePanel.module.css'
import { readCsv } from './readCsv.ts'

interface CsvFormProps {
  id: string
  most: number
  isLocked: boolean
  give(points: WrittenPoint[], repeat: boolean): Promise<unknown>
}

const example = 'time,level\n0:00,0.5\n9:00,4\n12:30,9.5\n17:00,4\n20:00,0'
const mostTold = 6

export function CsvForm({ id, most, isLocked, give }: CsvFormProps) {
  const [text, setText] = useState('')
  const [problems, setProblems] = useState<readonly { line: number; text: string }[]>([])
  const field = useId()
  const take = () => {
    const read = readCsv(text, most)
    setProblems(read.problems)
    if (read.problems.length === 0) void give(read.points, false)
  }
  return (
    <details className={styles.csv}>
      <summary>Paste it as lines</summary>
      <label htmlFor={field}>
        A time and a level in each line, as 9:30, 7.5. Times are clocks, lengths (90min) or seconds.
      </label>
      <textarea
        id={field}
        aria-label={`Lines of the curve of ${id}`}
        aria-invalid={problems.length > 0}
        rows={6}
        spellCheck={false}
        placeholder={example}
        value={text}
        onChange={event => setText(event.target.value)}
      />
      <Button disabled={isLocked || text.trim() === ''} onClick={take}>
        Follow these lines
      </Button>
      <ul className={styles.problems} role="alert">
        {problems.slice(0, mostTold).map(({ line, text: told }) => (
          <li key={line}>
            Line {line}: {told}.
          </li>
        ))}
        {problems.length > mostTold && <li>And {problems.length - mostTold} more.</li>}
      </ul>
    </details>
  )
}
