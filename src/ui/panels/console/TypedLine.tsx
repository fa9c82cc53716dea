/** One statement that was typed, in the column of its session, with what came of it. */
import { seek } from '../../store/commands.ts'
import { formatInstant } from '../../widgets/formatInstant.ts'
import styles from './Sheet.module.css'
import { passingAt, type TranscriptLine } from './transcript.ts'
import { StatementCard } from './StatementCard.tsx'

interface TypedLineProps {
  line: TranscriptLine
  lines: TranscriptLine[]
  names: string[]
}

export function TypedLine({ line, lines, names }: TypedLineProps) {
  const instant = formatInstant(line.record.submittedAt)
  return (
    <li className={styles.line}>
      <span className={styles.number}>
        <b>{line.number}</b>
        <button
          type="button"
          aria-label={`Go to ${instant}, when step ${line.number} was given`}
          title={`Go to ${instant}`}
          onClick={() => void seek(line.record.submittedAt)}
        >
          {instant}
        </button>
      </span>
      {names.map(name =>
        name === line.session ? (
          <StatementCard key={name} line={line} />
        ) : (
          <Passing key={name} {...{ name, lines }} number={line.number} />
        ),
      )}
    </li>
  )
}

/** The bar of a statement above that is not answered, and where it ends. */
function Passing({
  name,
  lines,
  number,
}: {
  name: string
  lines: TranscriptLine[]
  number: number
}) {
  const passing = passingAt(lines, number, name)
  if (passing === null) return <span className={styles.free} />
  const { ends, isRefused } = passing
  const word = isRefused ? 'is refused' : 'is answered'
  return (
    <span className={styles.passing} data-ends={ends || undefined}>
      <i aria-hidden="true" />
      {ends ? (
        <small className={styles.passed} data-refused={isRefused || undefined}>
          <span className="unseen">{name}: </span>
          {isRefused ? '✕' : '▸'} {passing.number} {word}
        </small>
      ) : (
        <small className="unseen">
          {name}: {passing.number} waits
        </small>
      )}
    </span>
  )
}
