/**
 * Cards of databases beside Multi-Master, all with the same short script: what each looks at, when
 * it decides, who loses, and by what error. Only what is published; the rest says so.
 */
import { useEffect, useState } from 'react'
import type { NeighbourPlay, NeighbourScriptId } from '../../../engine/contract/neighbour.ts'
import {
  type NeighbourCard,
  neighbourCards,
  neighbourScriptWords,
} from '../../../words/neighbourWords.ts'
import { openLab } from '../../engine/openLab.ts'
import { ChoiceRow } from '../../widgets/ChoiceRow.tsx'
import { LanePicture } from './LanePicture.tsx'
import styles from './Neighbours.module.css'
import { outcomeWords } from './playWords.ts'

const scripts = Object.keys(neighbourScriptWords) as NeighbourScriptId[]

function usePlays(): NeighbourPlay[] {
  const [plays, setPlays] = useState<NeighbourPlay[]>([])
  useEffect(() => {
    const task = openLab().neighbours()
    task.answer.then(answer => answer && setPlays(answer))
    return task.callOff
  }, [])
  return plays
}

export function Neighbours() {
  const plays = usePlays()
  const [script, setScript] = useState<NeighbourScriptId>('sameRow')
  return (
    <div className={styles.neighbours}>
      <ChoiceRow
        label="Script"
        names={scripts}
        chosen={script}
        onChoose={setScript}
        wordsOf={id => neighbourScriptWords[id].name}
      />
      <p>
        {neighbourScriptWords[script].what} Each works at a node of its own, where there are
        several.
      </p>
      <ul className={styles.cards}>
        {neighbourCards.map(card => {
          const play = plays.find(its => its.neighbour === card.id && its.script === script)
          return <Card key={card.id} card={card} play={play} />
        })}
      </ul>
      <Legend />
    </div>
  )
}

function Card({ card, play }: { card: NeighbourCard; play: NeighbourPlay | undefined }) {
  const { name, decides, who, unit, loser, reads, loss, source } = card
  return (
    <li className={styles.card}>
      <h3>{name}</h3>
      <p className={styles.decides}>{decides}</p>
      {play && <LanePicture play={play} />}
      {play && <p className={styles.outcome}>{outcomeWords(play)}</p>}
      <details>
        <summary>What is published</summary>
        <dl>
          <dt>Who writes</dt>
          <dd>{who}</dd>
          <dt>What it looks at</dt>
          <dd>{unit}</dd>
          <dt>Who loses</dt>
          <dd>{loser}</dd>
          <dt>Reads elsewhere</dt>
          <dd>{reads}</dd>
          <dt>Loss of a writer</dt>
          <dd>{loss}</dd>
          <dt>Source</dt>
          <dd>{source}</dd>
        </dl>
      </details>
    </li>
  )
}

function Legend() {
  return (
    <p className={styles.legend}>
      Ring: reads (r 1: row 1). Square: changes (w 1). Diamond: commits. Dashed bar: waits. Cross:
      loses and is rolled back. Question mark: no source of ours tells. Only the order of steps
      counts here, not their time. On the stage runs Multi-Master or single-master; the others are
      decided by the rule on their card (rules X of the specification).
    </p>
  )
}
