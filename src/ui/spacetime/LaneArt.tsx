/** Lanes with their names; a zone is a band with its letter, and folds into one lane. */
import type { TargetId } from '../../engine/contract/ids.ts'
import { namePlace } from '../../words/namePlace.ts'
import { viewStore } from '../store/viewStore.ts'
import type { Lane } from './lanesOf.ts'
import { choose, spacetimeChoice, toggled } from './spacetimeChoice.ts'
import styles from './Spacetime.module.css'
import { type LaneRow, laneHeight } from './spacetimeShapes.ts'

interface LaneArtProps {
  lanes: LaneRow[]
  left: number
  right: number
  selection: TargetId | null
}

function fold(zone: string): void {
  choose({ folded: toggled(spacetimeChoice.getState().folded, zone) })
}

/** A copy is where its node is. */
function isChosen({ id }: Lane, selection: TargetId | null): boolean {
  const node = selection?.split('/')[1]
  return selection === id || (node !== undefined && `node-${node}` === id)
}

export function LaneArt({ lanes, left, right, selection }: LaneArtProps) {
  return lanes.map(({ lane, y, opensZone }) => (
    <g key={lane.id} className={styles.lane} data-chosen={isChosen(lane, selection) || undefined}>
      {lane.zone !== null && (
        <rect x={0} y={y - laneHeight / 2} width={right} height={laneHeight} />
      )}
      {opensZone && <path d={`M0 ${y - laneHeight / 2}H${right}`} />}
      <line x1={left} x2={right} y1={y} y2={y} />
      {opensZone && lane.zone !== null && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the list of lanes does the same
        <text className={styles.zone} x={4} y={y + 4} onClick={() => fold(lane.zone as string)}>
          {lane.kind === 'zone' ? '▸' : '▾'} {lane.zone.replace('az-', '')}
          <title>{`${namePlace(lane.zone)}: one lane, or a lane for each`}</title>
        </text>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the stage selects the same */}
      <text
        className={styles[lane.kind]}
        x={left - 6}
        y={y + 4}
        textAnchor="end"
        onClick={() => viewStore.setState({ selection: lane.id })}
      >
        {lane.name}
      </text>
    </g>
  ))
}
