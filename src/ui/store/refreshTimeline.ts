/**
 * Asks the engine for marks and charts: for each stretch of the pace by itself, since one bin
 * width cannot serve milliseconds in slow motion and minutes in fast forward.
 */
import type { TimelineSummary } from '../../workers/api.ts'
import { engineStore } from './engineStore.ts'
import { type PaceBand, paceBands } from './paceAxis.ts'
import { timelineStore } from './timelineStore.ts'
import { timelineView } from './timelineView.ts'
import { viewStore } from './viewStore.ts'
import { zoomBands } from './zoomBands.ts'

/** Bins over the whole axis: about one for every four pixels of a wide page. */
const allBins = 320
const leastBins = 10

let isAsking = false

/** Keeps the bands as they are while nothing moved, so that the axis is not drawn anew. */
function bandsNow(): PaceBand[] {
  const { opened, playback } = engineStore.getState()
  if (opened === null) return []
  const to = Math.max(opened.end, playback?.horizon ?? 0, playback?.at ?? 0, 1)
  const { bands } = timelineStore.getState()
  const whole = paceBands({ pace: opened.pace, opensAt: opened.opensAt, to })
  const next = zoomBands(whole, timelineView.getState().zoom)
  return JSON.stringify(next) === JSON.stringify(bands) ? bands : next
}

function binsOf({ start, end }: PaceBand): number {
  return Math.max(leastBins, Math.round((end - start) * allBins))
}

/** Charts are open, or the strip of a serverless instance stands above the timeline. */
export function wantsSeries(): boolean {
  return (
    viewStore.getState().hasCharts || (engineStore.getState().frame?.serverless ?? null) !== null
  )
}

async function ask(bands: PaceBand[]): Promise<TimelineSummary[]> {
  const { engine } = engineStore.getState()
  const last = bands.at(-1)
  if (engine === null || last === undefined) return []
  if (!wantsSeries()) {
    return [await engine.timeline({ from: 0, to: last.to, bins: 1 })]
  }
  return Promise.all(
    bands.map(band => engine.timeline({ from: band.from, to: band.to, bins: binsOf(band) })),
  )
}

/** A mark may stand in the answers of two stretches. */
function marksOf(summaries: TimelineSummary[]): TimelineSummary['marks'] {
  const marks = new Map(
    summaries
      .flatMap(({ marks }) => marks)
      .map(mark => [`${mark.at} ${mark.key} ${JSON.stringify(mark.parameters)}`, mark]),
  )
  return [...marks.values()].sort((a, b) => a.at - b.at)
}

export async function refreshTimeline(): Promise<void> {
  if (isAsking) return
  isAsking = true
  const bands = bandsNow()
  const summaries = await ask(bands).catch(() => null)
  isAsking = false
  if (summaries === null) return
  const charts = wantsSeries() ? summaries.map(({ chart }) => chart) : []
  const branches = summaries[0]?.branches ?? []
  timelineStore.setState({ bands, marks: marksOf(summaries), branches, charts })
}
