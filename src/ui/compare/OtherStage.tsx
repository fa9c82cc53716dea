/** The other cluster, drawn like the one on the stage; what is broken there is broken in both. */
import { useMemo } from 'react'
import type { TargetId } from '../../engine/contract/ids.ts'
import { useStageView } from '../shell/StageArea.tsx'
import { Stage } from '../stage/Stage.tsx'
import { toggleFault } from '../store/commands.ts'
import { modelClock } from '../store/modelClock.ts'
import { select } from '../store/select.ts'
import { viewStore } from '../store/viewStore.ts'
import { compareWords, presetNames } from '../../words/compareWords.ts'
import styles from './ComparePanel.module.css'
import { compareStore } from './compareStore.ts'

/** A side that lags shows its own instant. */
const timeSource = {
  timeNow(): number {
    const { frame, isLate } = compareStore.getState()
    return isLate && frame !== null ? frame.at : modelClock.timeNow()
  },
}

export function nameOfSide(wish: string | null, title: string): string {
  const names: Record<string, string> = presetNames
  return (wish === null ? undefined : names[wish]) ?? title
}

export function OtherStage({ lit }: { lit: readonly TargetId[] }) {
  const { frame, moving, wish, title } = compareStore()
  const shared = useStageView()
  const isLocked = viewStore(state => state.isLocked)
  const rings = lit.join(' ')
  const view = useMemo(() => {
    return { ...shared, lit: rings === '' ? [] : rings.split(' ') }
  }, [shared, rings])
  if (frame === null) return <p>{compareWords.opening}</p>
  return (
    <section aria-label={compareWords.there} className={styles.stage}>
      <h3 className={styles.head}>{nameOfSide(wish, title)}</h3>
      <Stage
        frame={frame}
        moving={moving}
        timeSource={timeSource}
        view={view}
        isLocked={isLocked}
        onSelect={select}
        onToggleFault={toggleFault}
      />
    </section>
  )
}
