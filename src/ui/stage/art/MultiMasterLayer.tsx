/**
 * What the stage shows of Multi-Master: lanes, answers to page changes, lag and the map of pages,
 * and what of it can be pressed. Loaded only for a cluster with several writers.
 */
import { useMemo, useRef } from 'react'
import type { Frame } from '../../../engine/contract/frame.ts'
import { learnTerms } from '../../../words/defineTerm.ts'
import { assumptionTerms } from '../../../words/mmAssumptions.ts'
import { multiMasterTerms } from '../../../words/multiMasterTerms.ts'
import { learnWriterInk } from '../../canvas/paintMessages.ts'
import { writerInk } from '../../canvas/writerInk.ts'
import { inset } from '../../scene/geometry.ts'
import type { Layout } from '../../scene/layout/layout.ts'
import {
  type MultiMasterScene,
  multiMasterScene,
} from '../../scene/multimaster/multiMasterScene.ts'
import type { WriterShape } from '../../scene/multimaster/writerShapes.ts'
import { shareEqual } from '../../scene/shareEqual.ts'
import type { StageView } from '../../scene/stageView.ts'
import { ControlLayer } from '../ControlLayer.tsx'
import type { ControlActions } from '../ControlMark.tsx'
import { TermWords } from '../TermWords.tsx'
import { CauseArt } from './CauseArt.tsx'
import { LabelArt } from './LabelArt.tsx'
import { LagArt } from './LagArt.tsx'
import { LaneArt } from './LaneArt.tsx'
import './multiMaster.css'
import { PageArt } from './PageArt.tsx'
import { StampArt } from './StampArt.tsx'
import { WriterPatterns } from './WriterPatterns.tsx'

learnTerms(multiMasterTerms)
learnTerms(assumptionTerms())
learnWriterInk(writerInk)

interface MultiMasterLayerProps {
  frame: Frame
  layout: Layout
  view: StageView
  actions: Omit<ControlActions, 'move'>
  isLocked: boolean
}

function useMultiMasterScene(frame: Frame, layout: Layout, view: StageView): MultiMasterScene {
  const before = useRef<MultiMasterScene | null>(null)
  return useMemo(() => {
    const drawn = shareEqual(before.current, multiMasterScene(frame, layout, view))
    before.current = drawn
    return drawn
  }, [frame, layout, view])
}

function WaitArt({ wait }: { wait: NonNullable<WriterShape['wait']> }) {
  return (
    <g className="mm-wait">
      <rect {...inset(wait.track, -1)} rx="4.5" className="gauge-track" />
      <rect {...wait.fill} rx="3.5" className="wait-fill" />
    </g>
  )
}

/** The share of its memory that is warm. */
function CacheBar({ cache }: { cache: NonNullable<WriterShape['cache']> }) {
  return (
    <g className="mm-memory">
      <rect {...inset(cache.track, -1)} rx="3" className="gauge-track" />
      <rect {...cache.fill} rx="2" className="memory-fill" />
    </g>
  )
}

function MultiMasterArt({ scene }: { scene: MultiMasterScene }) {
  return (
    <>
      <WriterPatterns />
      {scene.lanes.map(lane => (
        <LaneArt key={lane.id} lane={lane} />
      ))}
      {scene.stamps.map(stamp => (
        <StampArt key={stamp.id} stamp={stamp} />
      ))}
      {scene.lags.map(lag => (
        <LagArt key={lag.id} lag={lag} />
      ))}
      {scene.pages.map(page => (
        <PageArt key={page.page} page={page} />
      ))}
      {scene.tallies.map(({ id, box, isSlowest }) =>
        isSlowest ? <rect key={id} {...box} rx="8" className="mm-slowest" /> : null,
      )}
      {scene.signs.map(sign => (
        <CauseArt key={sign.id} sign={sign} />
      ))}
      {scene.writers.map(({ id, cache }) => cache !== null && <CacheBar key={id} cache={cache} />)}
      {scene.writers.map(({ id, crown }) => (
        <path key={id} d={crown} className="mm-crown" />
      ))}
      {scene.writers.map(({ id, wait }) => wait !== null && <WaitArt key={id} wait={wait} />)}
      {scene.labels.map(label => label.term === null && <LabelArt key={label.id} label={label} />)}
    </>
  )
}

export function MultiMasterLayer(props: MultiMasterLayerProps) {
  const { frame, layout, view, actions, isLocked } = props
  const scene = useMultiMasterScene(frame, layout, view)
  const root = useRef<SVGSVGElement>(null)
  const size = { width: layout.size.width, height: layout.size.height }
  return (
    <>
      <svg {...size} className="stage-mm" aria-hidden="true">
        <MultiMasterArt scene={scene} />
      </svg>
      <svg ref={root} {...size} className="stage-mm" role="presentation">
        <ControlLayer {...{ actions, isLocked, root }} controls={scene.controls} lit={view.lit} />
      </svg>
      <TermWords labels={scene.labels} />
    </>
  )
}
