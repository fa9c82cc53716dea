/** What happened at an actor, as a shape on its lane. */
import { say } from '../../words/say.ts'
import { sayableFact } from '../../words/sayableFact.ts'
import { formatInstant } from '../widgets/formatInstant.ts'
import { jump } from './jump.ts'
import type { MarkShape, MarkSign } from './spacetimeShapes.ts'
import styles from './Spacetime.module.css'

const shapes: Record<MarkShape, string> = {
  commit: 'm0 -6l6 6l-6 6l-6 -6z',
  yes: 'm-4 0l3 3.5l5 -7',
  no: 'm-3.5 -3.5l7 7m0 -7l-7 7',
  fault: 'm0 -6l6 11h-12z',
  heal: 'm0 -5v10m-5 -5h10',
  point: 'm0 -4v8',
  other: 'm-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0',
}

export function MarkArt({ sign: { mark, shape, x, y, tone } }: { sign: MarkSign }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys do the same
    <g
      className={`${styles.mark} ${styles[`is-${shape}`]} ${styles[tone]}`}
      onClick={() => jump({ kind: 'mark', mark })}
    >
      <title>{`${formatInstant(mark.fact.at)}: ${say(sayableFact(mark.fact))}`}</title>
      <circle cx={x} cy={y} r={9} />
      <path d={`M${x} ${y}${shapes[shape]}`} />
    </g>
  )
}
