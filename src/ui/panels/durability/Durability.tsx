/**
 * The durability laboratory: how often too little is left, by formula, by chain and by chance, in a
 * worker of its own. Closing the dialog does not end the drawing.
 */
import { useEffect } from 'react'
import { durabilitySentences } from '../../../words/durabilitySentences.ts'
import { learnSentences, say } from '../../../words/say.ts'
import { CopyAddress } from '../../share/CopyAddress.tsx'
import { followSetting, readSetting } from '../../store/settingAddress.ts'
import { Button } from '../../widgets/Button.tsx'
import { AllPoints } from './AllPoints.tsx'
import { Controls } from './Controls.tsx'
import styles from './Durability.module.css'
import { DurabilityChart } from './DurabilityChart.tsx'
import { durabilityNames, durabilitySetting, readDurability } from './durabilityAddress.ts'
import { durabilityStore } from './durabilityStore.ts'
import { Here } from './Here.tsx'
import { ask, callOff } from './reckon.ts'

learnSentences(durabilitySentences)

export function Durability() {
  const { measure, isZoneGone, isOneAtATime, answer } = durabilityStore()
  useEffect(begin, [])
  const states = answer?.curves[0]?.states ?? 0
  return (
    <div className={styles.durability}>
      <p>{sentence('question')}</p>
      <Controls />
      <p className={styles.note}>{sentence(isZoneGone ? 'schemesGone' : 'schemes')}</p>
      <DurabilityChart />
      <Progress />
      <p>{sentence(measure)}</p>
      <Here />
      <AllPoints />
      <p className={styles.note}>{sentence('threeWays', { states })}</p>
      <p className={styles.note}>{sentence(isOneAtATime ? 'oneAtATime' : 'apart')}</p>
      <p className={styles.note}>{sentence('rare')}</p>
      <p className={styles.note}>{sentence('differ')}</p>
      <p className={styles.note}>{sentence('assumptions')}</p>
    </div>
  )
}

/** Set as the address says; while it is open, the address says how it is set. */
function begin(): () => void {
  if (durabilityStore.getState().state === 'idle') {
    ask(readDurability(readSetting(location.search, durabilityNames)))
  }
  return followSetting({
    names: durabilityNames,
    setting: () => durabilitySetting(durabilityStore.getState()),
    subscribe: durabilityStore.subscribe,
  })
}

function sentence(name: string, parameters: Record<string, number> = {}): string {
  return say({ key: `durability.${name}`, parameters })
}

function Progress() {
  const { state, done, all, seed, histories, problem } = durabilityStore()
  if (state === 'running') {
    return (
      <div className={styles.progress}>
        <progress aria-label="Drawing histories" value={done} max={Math.max(1, all)} />
        <span>{all === 0 ? 'Setting up the laboratory…' : `${done} of ${all} rounds`}</span>
        <Button onClick={callOff}>Call it off</Button>
      </div>
    )
  }
  return (
    <div className={styles.progress}>
      <span role="status">
        {state === 'failed' && `It could not be reckoned: ${problem}.`}
        {state === 'calledOff' && `Called off after ${done} of ${all} rounds.`}
        {state === 'done' && sentence('done', { histories, seed })}
      </span>
      <Button onClick={() => ask({ seed: seed + 1 })}>Draw again with another seed</Button>
      <CopyAddress />
    </div>
  )
}
