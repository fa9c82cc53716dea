/** The part of the timeline's axis that a zoom shows, stretched over all of it. */
import { type PaceBand, shareAt } from './paceAxis.ts'
import type { Stretch } from './timelineView.ts'

export function zoomBands(bands: PaceBand[], zoom: Stretch | null): PaceBand[] {
  if (zoom === null || bands.length === 0) return bands
  const [start, end] = [shareAt(bands, zoom.from), shareAt(bands, zoom.to)]
  if (end - start <= 0) return bands
  const wide = (share: number) => Math.min(1, Math.max(0, (share - start) / (end - start)))
  return bands
    .filter(({ from, to }) => to > zoom.from && from < zoom.to)
    .map(band => ({
      ...band,
      from: Math.max(band.from, zoom.from),
      to: Math.min(band.to, zoom.to),
      start: wide(band.start),
      end: wide(band.end),
    }))
}
