/**
 * The stage, zoomed into one thing: a copy with its stations, a page with its versions, or a
 * transaction with its ladder of time. Time goes on and is sought as ever; Escape goes back.
 */
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { Frame } from '../../../engine/contract/frame.ts'
import type { InsideSubject } from '../../../engine/contract/inside.ts'
import { sayInside } from '../../../words/insideWords.ts'
import { learnSentences } from '../../../words/say.ts'
import { volumePanelSentences } from '../../../words/volumePanelSentences.ts'
import { shareEqual } from '../../scene/shareEqual.ts'
import type { InsidePicture, Place } from '../../scene/zoom/picture.ts'
import type { StageProps } from '../stageProps.ts'
import { useStageSize } from '../useStageSize.ts'
import { endMove } from './camera.ts'
import { goOut } from './goInside.ts'
import { PictureArt } from './PictureArt.tsx'
import { pictureOf, sentenceOf } from './pictureOf.ts'
import { Things } from './Things.tsx'
import { Trail } from './Trail.tsx'
import { type Seen, useInside } from './useInside.ts'
import { usePageRows } from './usePageRows.ts'
import './zoom.css'

learnSentences(volumePanelSentences)

type InsideProps = StageProps & { trail: readonly InsideSubject[] }

/** The last answer stands until the next one is there. */
function usePicture(seen: Seen | null, frame: Frame, place: Place | null): InsidePicture | null {
  const before = useRef<InsidePicture | null>(null)
  const rows = usePageRows(frame, seen?.subject ?? '')
  const inside = seen?.inside ?? null
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer is of its own frame
  return useMemo(() => {
    if (inside === null || place === null || place.width === 0) return null
    const drawn = shareEqual(before.current, pictureOf(inside, place, { frame, rows }))
    before.current = drawn
    return drawn
  }, [inside, place, rows])
}

/** Whoever waits for the picture of an instant is told when it stands here. */
function useTold({ frame, isPaused, onPainted }: StageProps, seen: Seen | null): void {
  const { at } = frame
  const isDrawn = !isPaused || seen?.at === at
  useEffect(() => {
    if (isDrawn) onPainted?.(at)
  }, [isDrawn, at, onPainted])
}

/** Where one is has the focus once the camera has arrived: a space still plays and pauses. */
function useArrival(place: RefObject<HTMLElement | null>, subject: InsideSubject): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each thing
  useLayoutEffect(() => {
    if (place.current === null) return
    endMove(place.current)
    place.current.scrollTop = 0
    place.current.querySelector<HTMLElement>('[aria-current=page]')?.focus({ preventScroll: true })
  }, [subject])
}

/** Where nothing has the focus, as after a panel that closed, Escape leads out as well. */
function useEscape(): void {
  useEffect(() => {
    const leave = ({ key, target }: KeyboardEvent) => {
      if (key === 'Escape' && target === document.body) goOut()
    }
    addEventListener('keydown', leave)
    return () => removeEventListener('keydown', leave)
  }, [])
}

export function InsideStage({ trail, ...props }: InsideProps) {
  const subject = trail.at(-1) ?? ''
  const place = useRef<HTMLElement>(null)
  const size = useStageSize(place)
  const seen = useInside(subject)
  const picture = usePicture(seen, props.frame, size)
  useTold(props, seen)
  useArrival(place, subject)
  useEscape()
  return (
    <section
      ref={place}
      className="stage-place zoom-place"
      aria-label={`Inside: ${sayInside(subject)}`}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        goOut()
      }}
    >
      <header className="zoom-head">
        <Trail trail={trail} />
        <p className="zoom-said">{saidOf(seen)}</p>
        <WhyButton subject={subject} onSelect={props.onSelect} />
      </header>
      {picture !== null && size !== null && (
        <div className="zoom-body" style={{ height: picture.height }}>
          <PictureArt picture={picture} width={size.width} />
          <Things
            things={picture.things}
            size={{ width: size.width, height: picture.height }}
            selection={props.view.selection}
            onSelect={props.onSelect}
          />
        </div>
      )}
    </section>
  )
}

/** Of a page there is no *why*: its changes have theirs. */
function WhyButton({ subject, onSelect }: { subject: string } & Pick<StageProps, 'onSelect'>) {
  if (subject.startsWith('page:')) return null
  const target = subject.replace(/^copy:|@.*$/g, '')
  return (
    <button type="button" className="zoom-why" onClick={() => onSelect(target)}>
      Why is it so?
    </button>
  )
}

function saidOf(seen: Seen | null): string {
  if (seen === null) return 'Looking inside…'
  return seen.inside === null ? 'There is no such thing in this run.' : sentenceOf(seen.inside)
}
