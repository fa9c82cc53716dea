/** Opens the run behind a point on the stage, from its start. */
import type { ScaleOutPoint } from '../../../engine/contract/scaleOut.ts'
import { formatShare } from '../../../words/formatNumbers.ts'
import { openSource } from '../../store/openSource.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Button } from '../../widgets/Button.tsx'
import { placementNames } from './figures.ts'

export function OpenPoint({ point }: { point: ScaleOutPoint }) {
  const { placement, writers, share, scenario } = point
  const words = `${placementNames[placement]}, ${writers}, ${formatShare(share)}`
  return (
    <Button
      icon="play"
      look="quiet"
      name={`Open on the stage: ${words}`}
      onClick={() => {
        viewStore.setState({ dialog: null })
        void openSource(scenario, 'story')
      }}
    />
  )
}
