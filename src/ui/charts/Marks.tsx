/** What happened, as shapes and words above the track; each goes to its instant, and says more. */
import { Fragment, lazy, Suspense, useMemo, useState } from 'react'
import { say } from '../../words/say.ts'
import type { Mark } from '../../workers/api.ts'
import { seek } from '../store/commands.ts'
import { useMediaQuery } from '../shell/useMediaQuery.ts'
import { engineStore } from '../store/engineStore.ts'
import { timelineStore } from '../store/timelineStore.ts'
import { type Stretch, timelineView } from '../store/timelineView.ts'
import { formatInstant } from '../widgets/formatInstant.ts'
import { axisScale } from './axisScale.ts'
import { MarkShape } from './MarkShape.tsx'
import { markWords } from './markWords.ts'
import { type PlacedMark, placeMarks } from './placeMarks.ts'
import styles from './Timeline.module.css'

const MarkCard = lazy(async () => ({ default: (await import('./MarkCard.tsx')).MarkCard }))

/** A generous width of tiny type, in pixels. */
const letterPixels = 6.6

function identityOf({ at, key, parameters }: Mark): string {
  return `${at} ${key} ${JSON.stringify(parameters)}`
}

function keyOf({ marks }: PlacedMark): string {
  return marks.map(identityOf).join()
}

function shownMarks(marks: Mark[], hidden: readonly Mark['shape'][], zoom: Stretch | null): Mark[] {
  const isInside = ({ at }: Mark) => zoom === null || (at >= zoom.from && at <= zoom.to)
  return marks.filter(mark => !hidden.includes(mark.shape) && isInside(mark))
}

function nameOf({ marks }: PlacedMark): string {
  return marks.map(mark => `${formatInstant(mark.at)}: ${say(mark)}`).join('; ')
}

export function Marks({ width }: { width: number }) {
  const bands = timelineStore(state => state.bands)
  const all = timelineStore(state => state.marks)
  const { hiddenShapes, zoom } = timelineView()
  const [pressed, setPressed] = useState('')
  const marks = useMemo(() => shownMarks(all, hiddenShapes, zoom), [all, hiddenShapes, zoom])
  const horizon = engineStore.getState().playback?.horizon ?? 0
  const scale = useMemo(() => axisScale(bands, width), [bands, width])
  const joinPixels = useMediaQuery('(pointer: coarse)') ? 44 : 24
  const placed = useMemo(
    () =>
      placeMarks(marks, {
        width,
        x: scale,
        wordWidth: word => word.length * letterPixels,
        wordsOf: markWords,
        joinPixels,
      }),
    [marks, scale, width, joinPixels],
  )
  return (
    <fieldset className={styles.marks} aria-label="What happened">
      {marks.map(mark => (
        <Lasting key={identityOf(mark)} mark={mark} x={scale} end={horizon} />
      ))}
      {placed.map(place => (
        <Fragment key={keyOf(place)}>
          <button
            type="button"
            className={styles.mark}
            style={{ left: place.x }}
            title={nameOf(place)}
            aria-label={nameOf(place)}
            onClick={() => {
              setPressed(keyOf(place))
              void seek(place.shown.at)
            }}
          >
            <MarkShape shape={place.shown.shape} />
            {place.word}
          </button>
          {pressed === keyOf(place) && (
            <Suspense>
              <MarkCard {...place} onClose={() => setPressed('')} />
            </Suspense>
          )}
        </Fragment>
      ))}
    </fieldset>
  )
}

/** A stall is a stretch and not a moment: a bar until it ended. */
function Lasting({ mark, x, end }: { mark: Mark; x: (at: number) => number; end: number }) {
  if (mark.shape !== 'stall') return null
  const left = x(mark.at)
  const width = Math.max(2, x(mark.until ?? end) - left)
  return <i className={styles.lasting} style={{ left, width }} />
}
