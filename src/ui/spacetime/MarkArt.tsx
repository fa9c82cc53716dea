/** What happened at an actor, as a shape on its lane. */
import { say } from '../../words/say.ts'
import { sayableFact } from '../../words/sayableFact.ts'
import { formatInstant } from '../widgets/formatInstant.ts'
import { jump } from './jump.ts'
import { markShapes } from './markShapes.ts'
import type { MarkSign } from './spacetimeShapes.ts'
import styles from './Spacetime.module.css'

export function MarkArt({ sign: { mark, shape, x, y, tone } }: { sign: MarkSign }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys do the same
    <g
      className={`${styles.mark} ${styles[`is-${shape}`]} ${styles[tone]}`}
      onClick={() => jump({ kind: 'mark', mark })}
    >
      <title>{`${formatInstant(mark.fact.at)}: ${say(sayableFact(mark.fact))}`}</title>
      <circle cx={x} cy={y} r={9} />
      <path d={`M${x} ${y}${markShapes[shape]}`} />
    </g>
  )
}
