/** What stands in place of the whole stage: the inside of a thing, or the stage as one knows it. */
import { lazy } from 'react'
import type { StageProps } from '../stage/stageProps.ts'
import { viewStore } from '../store/viewStore.ts'

const KnowingStage = lazy(async () => ({
  default: (await import('./KnowingStage.tsx')).KnowingStage,
}))
const InsideStage = lazy(async () => ({
  default: (await import('../stage/zoom/InsideStage.tsx')).InsideStage,
}))

export function StageInstead(props: StageProps) {
  const knower = viewStore(state => state.knower)
  const trail = viewStore(state => state.inside)
  if (trail.length > 0) return <InsideStage {...props} trail={trail} />
  return knower === null ? null : <KnowingStage {...props} knower={knower} />
}
