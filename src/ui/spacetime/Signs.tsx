/** What the shapes of the diagram mean; only those that it shows. */
import { signWords } from '../../words/spacetimeWords.ts'
import { markShapes } from './markShapes.ts'
import styles from './Spacetime.module.css'
import type { MarkShape, SpacetimePicture } from './spacetimeShapes.ts'

export function Signs({ signs, lines }: Pick<SpacetimePicture, 'signs' | 'lines'>) {
  const shown = new Set(signs.map(({ shape }) => shape))
  const isDropped = lines.some(({ end }) => end === 'cross')
  const isUnderWay = lines.some(({ message }) => message.fate === 'underWay')
  return (
    <p className={styles.signs}>
      {(Object.keys(markShapes) as MarkShape[])
        .filter(shape => shown.has(shape))
        .map(shape => (
          <span key={shape}>
            <svg width={16} height={16} aria-hidden="true">
              <g className={`${styles.mark} ${styles[`is-${shape}`]}`}>
                <path d={`M8 8${markShapes[shape]}`} />
              </g>
            </svg>
            {signWords[shape]}
          </span>
        ))}
      {isDropped && <Stroke className={styles.cross} path="M4 4l8 8m0 -8l-8 8" word="dropped" />}
      {isUnderWay && <Stroke className={styles.underWay} path="M1 8h22" word="still under way" />}
    </p>
  )
}

interface StrokeProps {
  className: string | undefined
  path: string
  word: string
}

function Stroke({ className, path, word }: StrokeProps) {
  return (
    <span>
      <svg width={24} height={16} aria-hidden="true">
        <g className={styles.line}>
          <path className={className} d={path} />
        </g>
      </svg>
      {word}
    </span>
  )
}
