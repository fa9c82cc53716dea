/** The picture of one instant: frame × view × layout → shapes, words and controls. */
import type { Frame } from '../../engine/contract/frame.ts'
import type { Control } from './control.ts'
import { controls } from './controls/controls.ts'
import type { Box } from './geometry.ts'
import { glowBox } from './glowBox.ts'
import type { Label } from './label.ts'
import type { Layout } from './layout/layout.ts'
import type { Wiring } from './routes/routeBetween.ts'
import { type ApplicationShape, applicationShapes } from './shapes/applicationShapes.ts'
import { type BracketShape, bracketShape, noBracket } from './shapes/bracketShape.ts'
import { type ChipShape, chipShapes } from './shapes/chipShapes.ts'
import { type ColumnShape, columnShape } from './shapes/columnShape.ts'
import { endpointLabels } from './shapes/endpointLabels.ts'
import { footLabels } from './shapes/footLabels.ts'
import { type GroupShape, groupShapes } from './shapes/groupShapes.ts'
import { type InstanceShape, instanceShapes } from './shapes/instanceShapes.ts'
import { laneLabels } from './shapes/laneLabels.ts'
import { type LightShape, lightShapes } from './shapes/lightShapes.ts'
import { type LinkShape, linkShapes } from './shapes/linkShapes.ts'
import { type QuorumShape, quorumShape } from './shapes/quorumShape.ts'
import { skylineOf } from './shapes/skyline.ts'
import { type ZoneShape, zoneShapes } from './shapes/zoneShapes.ts'
import type { StageView } from './stageView.ts'

export interface Scene {
  volume: Box
  zones: ZoneShape[]
  links: LinkShape[]
  columns: ColumnShape[]
  chips: ChipShape[]
  bracket: BracketShape
  quorum: QuorumShape
  instances: InstanceShape[]
  applications: ApplicationShape[]
  lights: LightShape[]
  groups: GroupShape[]
  /** Every word of the stage; those with a term open its definition. */
  labels: Label[]
  controls: Control[]
  glow: Box | null
}

function columnsOf(frame: Frame, layout: Layout, isUnfolded: boolean) {
  const found = frame.groups.find(({ id }) => id === layout.group)
  if (found === undefined) throw new Error(`The frame has no group ${layout.group}.`)
  const isOneLog = frame.multiMaster === null
  const group = isOneLog ? found : { ...found, records: [], olderCount: 0 }
  const skyline = skylineOf(group, layout.grid)
  const columns = layout.columns.map(place => {
    const isUp = frame.nodes.some(({ id, isUp }) => id === place.node && isUp)
    return columnShape({ group, skyline, place, isUp, isUnfolded })
  })
  const bracket =
    isOneLog && group.carriesPgcl !== 0
      ? bracketShape({ layout, skyline, group, volume: frame.volume, isUnfolded })
      : noBracket
  const quorum = quorumShape(group, layout, isUnfolded)
  return { columns, bracket, quorum, hasOlder: skyline.older > 0 }
}

/** Draws the instant; `wiring` must be of the same layout. */
export function drawScene(frame: Frame, view: StageView, wiring: Wiring): Scene {
  const { layout } = wiring
  const { hasOlder, ...storage } = columnsOf(frame, layout, view.isUnfolded)
  const parts = {
    zones: zoneShapes(frame, layout),
    chips: chipShapes(frame, layout),
    instances: instanceShapes(frame, layout),
    applications: applicationShapes(frame, layout),
    lights: lightShapes(frame.lights, layout),
    groups: groupShapes(frame, layout),
  }
  const links = linkShapes(frame, wiring)
  const labels = [
    ...Object.values(parts).flatMap(shapes => shapes.flatMap(shape => shape.labels)),
    ...storage.bracket.labels,
    ...storage.quorum.labels,
    ...footLabels(frame, layout),
    ...laneLabels(frame, layout, hasOlder),
    ...endpointLabels(frame, layout),
  ]
  return {
    volume: layout.volume,
    links,
    ...storage,
    ...parts,
    labels,
    controls: controls({ frame, layout, links, groups: parts.groups }),
    glow: glowBox(frame, layout),
  }
}
