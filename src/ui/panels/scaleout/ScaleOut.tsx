/**
 * Does it scale? Throughput measured beside the page, in a worker of its own: the curve, the same
 * load in other places, and why. Closing the dialog does not end the measurement.
 */
import { useEffect } from 'react'
import { say, learnSentences } from '../../../words/say.ts'
import { scaleOutSentences } from '../../../words/scaleOutSentences.ts'
import { Button } from '../../widgets/Button.tsx'
import { AllPoints } from './AllPoints.tsx'
import { callOff, measure } from './measure.ts'
import styles from './ScaleOut.module.css'
import { ScaleOutChart } from './ScaleOutChart.tsx'
import { SideBySide } from './SideBySide.tsx'
import { scaleOutStore } from './scaleOutStore.ts'

learnSentences(scaleOutSentences)

export function ScaleOut() {
  useEffect(() => {
    if (scaleOutStore.getState().state === 'idle') void measure()
  }, [])
  return (
    <div className={styles.scaleOut}>
      <p>{say({ key: 'scaleOut.question', parameters: {} })}</p>
      <Progress />
      <ScaleOutChart />
      <SideBySide />
      <AllPoints />
      <Load />
    </div>
  )
}

function Progress() {
  const { state, done, all, seed, problem } = scaleOutStore()
  if (state === 'running') {
    return (
      <div className={styles.progress}>
        <progress aria-label="Measuring" value={done} max={Math.max(1, all)} />
        <span>{all === 0 ? 'Setting up the laboratory…' : `${done} of ${all} runs`}</span>
        <Button onClick={callOff}>Call it off</Button>
      </div>
    )
  }
  const again = () => {
    scaleOutStore.setState({ seed: seed + 1 })
    void measure()
  }
  return (
    <div className={styles.progress}>
      <span role="status">
        {state === 'failed' && `It could not be measured: ${problem}.`}
        {state === 'calledOff' && `Called off after ${done} of ${all} runs.`}
        {state === 'done' && say({ key: 'scaleOut.done', parameters: { runs: all, seed } })}
      </span>
      <Button onClick={again}>Measure again with another seed</Button>
    </div>
  )
}

function Load() {
  const load = scaleOutStore(state => state.load)
  if (load === null) return null
  const { reads, writes, sessionsPerWriter: sessions, vcpus, pages, commonPages: common } = load
  const parameters = { reads, writes, sessions, vcpus, pages, common }
  return <p className={styles.note}>{say({ key: 'scaleOut.load', parameters })}</p>
}
