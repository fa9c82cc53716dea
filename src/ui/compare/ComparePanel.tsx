/**
 * Two clusters on one clock: beside the run on the stage stands the same load on another cluster,
 * with what differs, in shape and in numbers. On a phone both stages stand in the panel.
 */
import { useEffect } from 'react'
import { compareWords } from '../../words/compareWords.ts'
import { formatTime } from '../../words/formatNumbers.ts'
import { viewStore } from '../store/viewStore.ts'
import { LivingStage } from '../shell/StageArea.tsx'
import { useMediaQuery } from '../shell/useMediaQuery.ts'
import { BothCharts } from './BothCharts.tsx'
import { ChooseSide, OtherWays } from './ChooseSide.tsx'
import styles from './ComparePanel.module.css'
import { compareStore } from './compareStore.ts'
import { FigureTable } from './FigureTable.tsx'
import { OtherStage } from './OtherStage.tsx'
import { startFollowing, stopFollowing } from './otherEngine.ts'
import { ShapeTable } from './ShapeTable.tsx'
import { useDifferences } from './useDifferences.ts'
import { followWith, readWith } from './withAddress.ts'

function useFollowing(): void {
  useEffect(() => {
    startFollowing(readWith(location.search))
    const stop = compareStore.subscribe(({ wish }, before) => {
      if (wish !== before.wish) followWith(wish)
    })
    return () => {
      stop()
      stopFollowing()
      followWith(null)
    }
  }, [])
}

export function ComparePanel() {
  useFollowing()
  const differences = useDifferences()
  const isNarrow = useMediaQuery('(max-width: 640px)')
  const stage = compareStore(state => state.stage)
  return (
    <div className={styles.panel}>
      <ChooseSide />
      <Problems />
      {stage === 'opening' && <p>{compareWords.opening}</p>}
      {isNarrow && stage === 'open' && (
        <section aria-label={compareWords.here} className={styles.stage}>
          <h3 className={styles.head}>{compareWords.here}</h3>
          <LivingStage />
        </section>
      )}
      {stage === 'open' && (
        <>
          <OtherStage lit={differences.there} />
          <Clock />
          <ShapeTable lines={differences.lines} />
          <FigureTable />
          <BothCharts />
          <NotGiven />
          <p className={styles.note}>{compareWords.note}</p>
        </>
      )}
      <OtherWays />
    </div>
  )
}

/** The instant of both, or how far the other side lags. */
function Clock() {
  const { isLate, frame, isRinged } = compareStore()
  const at = frame?.at ?? 0
  return (
    <div className={styles.clock}>
      <span data-late={isLate || undefined}>
        {isLate ? `${compareWords.late}: it is at ${formatTime(at)}.` : `Both at ${formatTime(at)}`}
      </span>
      <label>
        <input
          type="checkbox"
          checked={isRinged}
          onChange={({ target }) => {
            compareStore.setState({ isRinged: target.checked })
            if (!target.checked) viewStore.setState({ highlighted: null })
          }}
        />
        Ring what differs
      </label>
    </div>
  )
}

function Problems() {
  const { stage, problems } = compareStore()
  if (stage !== 'failed') return null
  return (
    <ul role="alert" className={styles.problems}>
      {problems.map(({ path, message, allowed }) => (
        <li key={`${path} ${message}`}>
          {path && <code>{path}</code>} {message}
          {allowed && ` – allowed: ${allowed}`}
        </li>
      ))}
    </ul>
  )
}

function NotGiven() {
  const { leftOut, refused } = compareStore()
  return (
    <>
      {leftOut.length > 0 && (
        <p className={styles.note}>
          {compareWords.leftOut} {[...new Set(leftOut)].join(', ')}.
        </p>
      )}
      {refused.map(({ command, why }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries are only ever added at the end
        <p key={place} role="status" className={styles.refused}>
          {compareWords.refused} {command}. {why}
        </p>
      ))}
    </>
  )
}
