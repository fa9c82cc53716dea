/** The trunks of bundled ways with their traffic; loaded when first so much is in flight. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { MovingRows } from '../../canvas/movingRows.ts'
import type { Wiring } from '../../scene/routes/routeBetween.ts'
import { useTraffic } from '../useTraffic.ts'
import { TrunkArt } from './TrunkArt.tsx'

interface TrunkLayerProps {
  rows: MovingRows
  frame: Frame
  wiring: Wiring
}

export function TrunkLayer({ rows, frame, wiring }: TrunkLayerProps) {
  const traffic = useTraffic(rows, frame)
  return <TrunkArt instances={frame.instances} {...{ wiring, traffic }} />
}
