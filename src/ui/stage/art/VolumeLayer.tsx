/**
 * What the stage shows of the shared volume beyond the calm picture: members that come and go,
 * repair, damage, disks, patches, undo, stragglers. Loaded after the first picture.
 */
import { useEffect, useMemo, useRef } from 'react'
import type { Frame } from '../../../engine/contract/frame.ts'
import { shareEqual } from '../../scene/shareEqual.ts'
import { learnNodeWords } from '../../scene/shapes/nodeWords.ts'
import { volumeNodeWords } from '../../scene/volume/volumeNodeWords.ts'
import { type VolumeScene, volumeScene } from '../../scene/volume/volumeScene.ts'
import { BounceCanvas, type BounceProps } from '../BounceCanvas.tsx'
import { ControlLayer } from '../ControlLayer.tsx'
import type { ControlActions } from '../ControlMark.tsx'
import { HeardLayer } from '../HeardLayer.tsx'
import { TermWords } from '../TermWords.tsx'
import { useStanding } from '../useStanding.ts'
import { LabelArt } from './LabelArt.tsx'
import './volume.css'

learnNodeWords(volumeNodeWords)

/** Before a recovery, and while no member has changed, nothing is of a time that is over. */
function hasPast({ volume, membership }: Frame): boolean {
  return volume.epoch > 1 || membership !== null
}

type VolumeLayerProps = BounceProps & {
  frame: Frame
  actions: Omit<ControlActions, 'move'>
  isLocked: boolean
  isPaused?: boolean
  /** Through the eyes of one node its own list says what is known. */
  veil?: unknown
  /** What it says of nodes is known from now on; a picture that stands still is drawn again. */
  onLearned: (isLearned: boolean) => void
}

export function VolumeLayer(props: VolumeLayerProps) {
  const { frame, onLearned, actions, isLocked, isPaused, ...moves } = props
  const root = useRef<SVGSVGElement>(null)
  useEffect(() => onLearned(true), [onLearned])
  useStanding(moves.view.isReducedMotion && !isPaused)
  const { layout } = moves.wiring
  const before = useRef<VolumeScene | null>(null)
  const { marks, labels, descriptions, controls } = useMemo(() => {
    const drawn = shareEqual(before.current, volumeScene(frame, layout))
    before.current = drawn
    return drawn
  }, [frame, layout])
  const { width, height } = layout.size
  return (
    <>
      <svg width={width} height={height} className="stage-volume-layer" aria-hidden="true">
        {marks.map(({ id, kind, path }) => (
          <path key={`${kind} ${id}`} d={path} className={`volume-${kind}`} />
        ))}
        {labels.map(label => label.term === null && <LabelArt key={label.id} label={label} />)}
      </svg>
      {controls.length > 0 && (
        <svg
          ref={root}
          width={width}
          height={height}
          className="stage-volume-controls"
          role="presentation"
        >
          <ControlLayer {...{ controls, actions, isLocked, root }} lit={moves.view.lit} />
        </svg>
      )}
      <ul className="stage-unseen" aria-label="Volume">
        {descriptions.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
      {!props.veil && <HeardLayer {...{ frame, layout }} moving={moves.moving} />}
      <TermWords labels={labels} />
      {hasPast(frame) && <BounceCanvas {...moves} />}
    </>
  )
}
