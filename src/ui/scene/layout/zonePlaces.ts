/** The three zones as columns of equal width, from the instances down to the words at the foot. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { StageSize } from '../stageView.ts'
import { type Bands, zoneWidth } from './bands.ts'
import type { ZonePlace } from './layout.ts'

function zoneAt(bands: Bands, id: string, x: number, width: number): ZonePlace {
  const inner = bands.zoneInner
  const { zonesTop, headerHeight, rowTop, rowHeight, columnsTop, columnsBottom } = bands
  return {
    id,
    box: { x, y: zonesTop, width, height: bands.footBottom - zonesTop },
    header: { x, y: zonesTop, width, height: headerHeight },
    row: { x, y: rowTop, width, height: rowHeight },
    storage: {
      x: x + inner,
      y: columnsTop,
      width: width - 2 * inner,
      height: columnsBottom - columnsTop,
    },
  }
}

export function zonePlaces(zones: Frame['zones'], size: StageSize, bands: Bands): ZonePlace[] {
  const left = bands.pad + bands.lane
  const width = zoneWidth(size.width, bands, zones.length)
  return zones.map(({ id }, index) =>
    zoneAt(bands, id, left + index * (width + bands.zoneGap), width),
  )
}
