/** The part of the picture that only a Multi-Master cluster has. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { Control } from '../control.ts'
import type { Layout } from '../layout/layout.ts'
import { checkRows } from '../layout/mechanismBands.ts'
import type { StageView } from '../stageView.ts'
import { assumptionAside } from './assumptionsAt.ts'
import { checkShapes, stampLegend } from './checkShapes.ts'
import { contestOf } from './contest.ts'
import { contestLabels } from './contestLabels.ts'
import { tallyShapes } from './groupTallies.ts'
import { lagShapes } from './lagShapes.ts'
import { laneShapes } from './laneShapes.ts'
import { multiMasterControls } from './multiMasterControls.ts'
import type { MultiMasterParts } from './multiMasterParts.ts'
import { pageShapes } from './pageShapes.ts'
import { pagesTitle } from './pagesTitle.ts'
import { placementLabels } from './placementLabels.ts'
import { crowdedLabels, writerShapes } from './writerShapes.ts'

export type MultiMasterScene = MultiMasterParts & { controls: Control[] }

export function multiMasterScene(frame: Frame, layout: Layout, view: StageView): MultiMasterScene {
  const most = checkRows(frame.multiMaster?.writers.length ?? 0)
  const { selection, isUnfolded } = view
  const choice = { group: layout.group, selection, most }
  const contest = frame.multiMaster === null ? null : contestOf(frame.multiMaster, choice)
  const pages = pageShapes(frame, layout)
  const assumed = assumptionAside(frame, contest, layout.isNarrow)
  const writers = writerShapes(frame, layout)
  const shapes = {
    lanes: laneShapes(frame, layout, isUnfolded),
    stamps: checkShapes(frame, layout, contest),
    writers,
    signs: writers.flatMap(({ signs }) => signs),
    lags: lagShapes(frame, layout),
    pages,
    tallies: tallyShapes(frame, layout, contest),
  }
  const legend = stampLegend(shapes.stamps)
  const labels = [
    ...shapes.stamps.flatMap(stamp => stamp.labels),
    ...shapes.writers.flatMap(writer => writer.labels),
    ...crowdedLabels(frame, layout),
    ...placementLabels(frame, layout),
    ...shapes.lags.flatMap(lag => lag.labels),
    ...shapes.tallies.flatMap(tally => tally.labels),
    ...pages.flatMap(page => page.labels),
    ...pagesTitle(frame, layout, pages.length, { assumed, legend }),
    ...contestLabels({ frame, layout, contest, isUnfolded }),
  ]
  const parts = { ...shapes, labels }
  const { group, isNarrow } = layout
  return { ...parts, controls: multiMasterControls(parts, { frame, group, contest, isNarrow }) }
}
