/** The diagram itself: it is pressed, and walked through with the arrow keys. */
import type { KeyboardEvent } from 'react'
import type { SpacetimeAnswer } from '../../engine/contract/spacetime.ts'
import { messageSentence } from '../../words/spacetimeWords.ts'
import { viewStore } from '../store/viewStore.ts'
import { axisTicks } from './axisTicks.ts'
import type { Thing } from './chosenIn.ts'
import { Cursor } from './Cursor.tsx'
import { jump } from './jump.ts'
import { LaneArt } from './LaneArt.tsx'
import { lineClass, lineColour } from './lineLook.ts'
import { MarkArt } from './MarkArt.tsx'
import styles from './Spacetime.module.css'
import { headHeight, type MessageLine, type SpacetimePicture } from './spacetimeShapes.ts'
import { stepThrough } from './stepThrough.ts'

interface DiagramProps {
  answer: SpacetimeAnswer
  picture: SpacetimePicture
  /** What passes the filters. */
  shown: Pick<SpacetimeAnswer, 'messages' | 'marks'>
  thing: Thing | null
}

/** More lines are drawn thinner, so that they can be told apart. */
const crowded = 150

export function Diagram({ answer, picture, shown, thing }: DiagramProps) {
  const { width, height, left, right, lanes, lines, signs, words } = picture
  const selection = viewStore(state => state.selection)
  const span = answer.to - answer.from
  const at = (x: number) => answer.from + ((x - left) / (right - left)) * span
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && thing !== null) return jump(thing)
    if (!event.key.startsWith('Arrow')) return
    event.preventDefault()
    const next = stepThrough(shown, thing, event.key)
    if (next !== null) jump(next)
  }
  return (
    <div
      role="application"
      aria-label="Space-time diagram: arrow keys go from message to message"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: walked through by arrow keys
      tabIndex={0}
      className={styles.diagram}
      onKeyDown={walk}
    >
      <svg
        width={width}
        height={height}
        aria-hidden="true"
        data-crowded={lines.length > crowded || undefined}
      >
        <LaneArt lanes={lanes} left={left} right={right} selection={selection} />
        {axisTicks(answer, { left, right }).map(tick => (
          <g key={tick.at} className={styles.tick}>
            <line x1={tick.x} x2={tick.x} y1={headHeight - 4} y2={height} />
            <text x={tick.x} y={headHeight - 8} textAnchor="middle">
              {tick.label}
            </text>
          </g>
        ))}
        {lines.map(line => (
          <Line key={line.message.id} line={line} actors={answer.actors} at={at} />
        ))}
        {signs.map(sign => (
          <MarkArt key={sign.mark.fact.id} sign={sign} />
        ))}
        {words.map(({ text, x, y, height: tall }) => (
          <text key={`${x} ${y} ${text}`} className={styles.word} x={x} y={y + tall - 2}>
            {text}
          </text>
        ))}
        <Cursor window={answer} left={left} right={right} height={height} />
      </svg>
    </div>
  )
}

interface LineProps {
  line: MessageLine
  actors: string[]
  at: (x: number) => number
}

/** A thin line is hard to hit: a wide, unseen one lies under the pointer. */
function Line({ line, actors, at }: LineProps) {
  const { message, x1, y1, x2, y2, end } = line
  const ends = { from: actors[message.from] ?? '', to: actors[message.to] ?? '' }
  const place = { x1, y1, x2, y2 }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and the list do the same
    <g
      className={lineClass(line)}
      style={{ stroke: lineColour(message) }}
      onClick={event => jump({ kind: 'message', message }, at(offsetIn(event)))}
    >
      <title>{messageSentence(message, ends)}</title>
      <line {...place} className={styles.press} />
      <line {...place} />
      {end === 'cross' && (
        <path d={`M${x2 - 4} ${y2 - 4}l8 8m0 -8l-8 8`} className={styles.cross} />
      )}
      {end === 'held' && <path d={`M${x2} ${y2 - 5}v10m4 -10v10`} className={styles.cross} />}
    </g>
  )
}

function offsetIn({ clientX, currentTarget }: { clientX: number; currentTarget: Element }): number {
  return clientX - (currentTarget.closest('svg')?.getBoundingClientRect().left ?? 0)
}
