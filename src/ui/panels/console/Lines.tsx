/** The lines: what was typed, one a statement, then the steps still to be dealt. */
import { useEffect, useRef } from 'react'
import { consoleStore, type ConsoleSession } from './consoleStore.ts'
import styles from './ConsolePanel.module.css'
import sheet from './Sheet.module.css'
import { PlannedLines } from './PlannedLines.tsx'
import { TypedLine } from './TypedLine.tsx'
import type { TranscriptLine } from './transcript.ts'

interface LinesProps {
  columns: ConsoleSession[]
  lines: TranscriptLine[]
}

export function Lines({ columns, lines }: LinesProps) {
  const end = useEndInSight(lines)
  const names = columns.map(({ name }) => name)
  return (
    <>
      {lines.length > 0 && (
        <ol className={sheet.lines} aria-label="Statements">
          {lines.map(line => (
            <TypedLine key={line.id} {...{ line, lines, names }} />
          ))}
        </ol>
      )}
      <div ref={end} />
      <PlannedLines names={names} after={lines.length} />
      <Empty isEmpty={lines.length === 0} />
    </>
  )
}

function Empty({ isEmpty }: { isEmpty: boolean }) {
  const hasSteps = consoleStore(({ planned }) => planned.length > 0)
  if (!isEmpty || hasSteps) return null
  return (
    <p className={styles.quiet}>
      Two people, one database. Type a statement below and press Run, or open a script: each of its
      steps is one line, and you choose who goes next.
    </p>
  )
}

/** Only the sheet scrolls, never the page around it; what is to come stays in sight below. */
function bringIntoSight(end: HTMLElement | null): void {
  const sheet = end?.closest('[data-scrolls]')
  if (end === null || !sheet) return
  const from = end.getBoundingClientRect().top - sheet.getBoundingClientRect().top
  sheet.scrollTop += from - sheet.clientHeight * 0.7
}

/** A new line, or a new answer, comes into sight. */
function useEndInSight(lines: TranscriptLine[]) {
  const end = useRef<HTMLDivElement>(null)
  const count = lines.length
  const last = lines.at(-1)?.isOpen
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line or a new answer
  useEffect(() => {
    bringIntoSight(end.current)
  }, [count, last])
  return end
}
