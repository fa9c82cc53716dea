/** Draws the load by hand, or takes it from lines of text; the run follows it from now on. */
import { learnSentences, say } from '../../../words/say.ts'
import { curveSentences } from '../../../words/curveSentences.ts'
import { engineStore } from '../../store/engineStore.ts'
import { viewStore } from '../../store/viewStore.ts'
import { DemandCurve } from './DemandCurve.tsx'
import styles from './CurvePanel.module.css'

learnSentences(curveSentences)

export function CurvePanel() {
  const frame = engineStore(state => state.frame)
  const isLocked = viewStore(state => state.isLocked)
  const demands = frame?.serverless?.demand ?? []
  if (frame === null || demands.length === 0) {
    return <p className={styles.note}>{say({ key: 'curve.none', parameters: {} })}</p>
  }
  return (
    <div className={styles.panel}>
      {demands.map(demand => (
        <DemandCurve key={demand.id} demand={demand} at={frame.at} />
      ))}
      <p className={styles.note}>
        {say({ key: isLocked ? 'curve.locked' : 'curve.how', parameters: {} })}
      </p>
    </div>
  )
}
