/** Sessions of typed SQL and pages with locks on the stage; loaded when SQL is first typed. */
import { useMemo, useRef } from 'react'
import type { Frame } from '../../../engine/contract/frame.ts'
import type { TargetId } from '../../../engine/contract/ids.ts'
import type { Wiring } from '../../scene/routes/routeBetween.ts'
import { shareEqual } from '../../scene/shareEqual.ts'
import { type Box, centre } from '../../scene/geometry.ts'
import type { LockedPage } from '../../scene/sql/lockedPages.ts'
import type { SessionPill } from '../../scene/sql/sessionPills.ts'
import { type SqlScene, sqlScene } from '../../scene/sql/sqlScene.ts'
import { sqlSignPaths } from '../../theme/sqlSignPaths.ts'
import { LabelArt } from './LabelArt.tsx'
import './sql.css'

function PillArt({ pill: { box, sign, state } }: { pill: SessionPill }) {
  return (
    <g data-state={state}>
      <rect {...box} rx={box.height / 2} />
      <path d={`M${box.x + 10} ${centre(box).y}${sqlSignPaths[sign]}`} data-sign={sign} />
    </g>
  )
}

function PageSign({ page: { box, isWaitedFor } }: { page: LockedPage }) {
  const { x, y } = centre(box)
  return (
    <g data-waited={isWaitedFor || undefined}>
      <rect {...box} rx={3} className="sql-page" />
      <path d={`M${x} ${y}${sqlSignPaths.lock}`} />
    </g>
  )
}

/** Around the session of which a *why* speaks, or the card when it has no pill. */
function RingArt({ scene, lit }: { scene: SqlScene; lit: readonly TargetId[] }) {
  const names = new Set<string>(lit)
  const pills = scene.pills.filter(({ id }) => names.has(id))
  const boxes = pills.map(({ box }) => box)
  const isFolded = scene.folded.some(name => names.has(name))
  return [...boxes, ...(isFolded ? [scene.card] : [])].map(ring)
}

function ring({ x, y, width, height }: Box) {
  const around = { x: x - 3, y: y - 3, width: width + 6, height: height + 6 }
  return <rect key={`${x} ${y}`} {...around} rx={12} className="sql-ring" />
}

interface SqlLayerProps {
  frame: Frame
  wiring: Wiring
  lit: readonly TargetId[] | undefined
}

const noneLit: readonly TargetId[] = []

export function SqlLayer({ frame, wiring, lit = noneLit }: SqlLayerProps) {
  const before = useRef<SqlScene | null>(null)
  const scene = useMemo(() => {
    const drawn = shareEqual(before.current, sqlScene(frame, wiring))
    before.current = drawn
    return drawn
  }, [frame, wiring])
  if (scene === null) return null
  const { width, height } = wiring.layout.size
  return (
    <>
      <svg width={width} height={height} className="stage-sql-layer" aria-hidden="true">
        {scene.ways.map(({ to, path }) => (
          <path key={to} d={path} className="sql-way" />
        ))}
        <rect {...scene.card} rx={8} className="sql-card" />
        {scene.pills.map(pill => (
          <PillArt key={pill.id} pill={pill} />
        ))}
        <RingArt scene={scene} lit={lit} />
        {scene.pages.map(page => (
          <PageSign key={page.id} page={page} />
        ))}
        {scene.labels.map(label => (
          <LabelArt key={label.id} label={label} />
        ))}
      </svg>
      <ul className="stage-unseen" aria-label="SQL sessions">
        {scene.descriptions.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </>
  )
}
