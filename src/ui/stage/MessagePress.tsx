/**
 * While time stands, a message on its way can be pressed to ask why. It lies over the links, which
 * keep their own press wherever no message is; copies, instances and zones always keep theirs.
 */
import { useEffect, useRef } from 'react'
import { messageAt, placeOfMessage } from '../canvas/messageAt.ts'
import { movingRows } from '../canvas/movingRows.ts'
import type { TargetId } from '../../engine/contract/ids.ts'
import type { Wiring } from '../scene/routes/routeBetween.ts'
import './caught.css'
import type { StageProps } from './stageProps.ts'

type MessagePressProps = Pick<StageProps, 'moving' | 'timeSource' | 'onSelect'> & {
  wiring: Wiring
  selection: TargetId | null
}

/** A ring about the message that is caught. */
function Ring({ moving, timeSource, wiring, selection }: MessagePressProps) {
  if (!selection?.startsWith('message:')) return null
  const now = timeSource.timeNow()
  const place = placeOfMessage(movingRows(moving), Number(selection.slice(8)), { wiring, now })
  if (place === null) return null
  return <span className="caught-message" style={{ left: place.x, top: place.y }} />
}

/** Null over what is pressed itself, and where no message is near. */
function meant(event: MouseEvent, stage: HTMLElement, props: MessagePressProps): number | null {
  const control = event.target instanceof Element && event.target.closest('[data-control], button')
  if (control && !control.classList.contains('is-link')) return null
  const box = stage.getBoundingClientRect()
  const zoom = stage.currentCSSZoom ?? 1
  const point = {
    x: (event.clientX - box.left) / zoom + stage.scrollLeft,
    y: (event.clientY - box.top) / zoom + stage.scrollTop,
  }
  const { wiring, timeSource, moving } = props
  return messageAt(movingRows(moving), point, { wiring, now: timeSource.timeNow() })
}

export function MessagePress(props: MessagePressProps) {
  const latest = useRef(props)
  latest.current = props
  const mark = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const stage = mark.current?.closest<HTMLElement>('.stage-place')
    if (!stage) return
    const press = (event: MouseEvent) => {
      const message = meant(event, stage, latest.current)
      if (message === null) return
      event.stopPropagation()
      latest.current.onSelect(`message:${message}`)
    }
    const point = (event: MouseEvent) => {
      stage.style.cursor = meant(event, stage, latest.current) === null ? '' : 'pointer'
    }
    stage.addEventListener('click', press, true)
    stage.addEventListener('pointermove', point)
    return () => {
      stage.removeEventListener('click', press, true)
      stage.removeEventListener('pointermove', point)
      stage.style.cursor = ''
    }
  }, [])
  return (
    <>
      <span ref={mark} hidden />
      <Ring {...props} />
    </>
  )
}
