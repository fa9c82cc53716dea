/**
 * Marks of a log on one axis, one a row, what a recovery annulled hatched, the allocation limit
 * beyond a break. The mark in focus says what it waits for.
 */
import { useState } from 'react'
import { formatCount } from '../../../words/formatNumbers.ts'
import { say } from '../../../words/say.ts'
import { Term } from '../../widgets/Term.tsx'
import type { RulerMark } from './rulerMarks.ts'
import { type RulerScale, rulerScale } from './rulerScale.ts'
import styles from './Ruler.module.css'

interface AnnulledRange {
  epoch: number
  above: number
  upTo: number
}

interface RulerBoardProps {
  /** One of them is VDL, which is looked at first. */
  marks: RulerMark[]
  ranges?: AnnulledRange[]
}

const none: AnnulledRange[] = []

export function RulerBoard({ marks, ranges = none }: RulerBoardProps) {
  const [looked, setLooked] = useState('vdl')
  const scale = rulerScale(marks)
  const shown = marks.find(({ id }) => id === looked) ?? marks[0]
  if (shown === undefined) return null
  return (
    <>
      <div className={styles.said}>
        <strong>
          <Term name={shown.term}>{shown.name}</Term> · LSN {formatCount(shown.lsn)}
        </strong>
        <p>{say(shown.waits)}</p>
      </div>
      <div className={styles.ruler}>
        <Axis scale={scale} hasLimit={marks.some(({ tone }) => tone === 'limit')} />
        <Annulled ranges={ranges} scale={scale} />
        <ul aria-label="Log points">
          {marks.map(mark => (
            <MarkRow
              key={mark.id}
              mark={mark}
              scale={scale}
              isShown={mark.id === shown.id}
              onLook={() => setLooked(mark.id)}
            />
          ))}
        </ul>
      </div>
    </>
  )
}

function Axis({ scale: { from, to }, hasLimit }: { scale: RulerScale; hasLimit: boolean }) {
  return (
    <p className={styles.axis} aria-hidden="true">
      <span>{formatCount(from)}</span>
      <span>LSN</span>
      <span>{formatCount(to)}</span>
      {hasLimit && <span className={styles.break}>≈</span>}
    </p>
  )
}

/** Behind the rows, where a range reaches into the axis. */
function Annulled({ ranges, scale }: { ranges: AnnulledRange[]; scale: RulerScale }) {
  const seen = ranges.filter(({ upTo }) => upTo > scale.from)
  return (
    <div className={styles.ranges} aria-hidden="true">
      {seen.map(({ epoch, above, upTo }) => {
        const left = scale.place(above)
        const right = scale.place(upTo)
        return (
          <i key={epoch} style={{ left: `${100 * left}%`, width: `${100 * (right - left)}%` }} />
        )
      })}
    </div>
  )
}

interface MarkRowProps {
  mark: RulerMark
  scale: RulerScale
  isShown: boolean
  onLook: () => void
}

function MarkRow({ mark, scale, isShown, onLook }: MarkRowProps) {
  const { name, lsn, tone, waits } = mark
  const beyond = scale.isBelow(lsn) ? '◂' : scale.isAbove(lsn) && tone !== 'limit' ? '▸' : ''
  return (
    <li>
      <button
        type="button"
        className={isShown ? styles.shown : undefined}
        aria-current={isShown || undefined}
        aria-description={say(waits)}
        onFocus={onLook}
        onPointerEnter={onLook}
        onClick={onLook}
      >
        <span>{name}</span>
        <span className={`${styles.track} ${styles[tone]}`} aria-hidden="true">
          <i style={{ width: `${100 * scale.place(lsn)}%` }} />
          <b style={{ left: `${100 * (tone === 'limit' ? 1.08 : scale.place(lsn))}%` }}>{beyond}</b>
        </span>
        <span className={styles.number}>
          {tone === 'limit' ? shortNumber(lsn) : formatCount(lsn)}
        </span>
      </button>
    </li>
  )
}

/** `10 M` for the limit, so that it fits; the whole number stands in its words. */
function shortNumber(lsn: number): string {
  return lsn < 1_000_000 ? formatCount(lsn) : `${(lsn / 1_000_000).toFixed(1)} M`
}
