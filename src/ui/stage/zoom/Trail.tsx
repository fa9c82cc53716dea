/** Where one is, `Volume › Copy a1 of pg1`, and the way back. */
import type { InsideSubject } from '../../../engine/contract/inside.ts'
import { sayInside } from '../../../words/insideWords.ts'
import { goOut } from './goInside.ts'

export function Trail({ trail }: { trail: readonly InsideSubject[] }) {
  const before = trail.slice(0, -1)
  const last = trail.at(-1) ?? ''
  return (
    <nav aria-label="Where you are" className="zoom-trail">
      <button type="button" className="zoom-back" onClick={() => goOut()}>
        <span aria-hidden="true">←</span> Back
      </button>
      <ol>
        <li>
          <button type="button" onClick={() => goOut(0)}>
            Volume
          </button>
        </li>
        {before.map((subject, place) => (
          <li key={subject}>
            <button type="button" onClick={() => goOut(place + 1)}>
              {sayInside(subject)}
            </button>
          </li>
        ))}
        <li aria-current="page" tabIndex={-1}>
          {sayInside(last)}
        </li>
      </ol>
    </nav>
  )
}
