/** What this node knows: whose eyes the stage is seen through, and what it was told by whom. */
import { useEffect } from 'react'
import type { Knowledge } from '../../../engine/contract/knowledge.ts'
import {
  electionRows,
  heardWords,
  ownPoints,
  sayRole,
  stateOf,
  stateWords,
} from '../../../words/knowledgeWords.ts'
import { namePlace } from '../../../words/namePlace.ts'
import { engineStore } from '../../store/engineStore.ts'
import { knownStore } from '../../store/knownStore.ts'
import { openStory } from '../../store/openSource.ts'
import { useSteady } from '../../store/useSteady.ts'
import { viewStore } from '../../store/viewStore.ts'
import { WithTerms } from '../../widgets/WithTerms.tsx'
import { ThingKnown } from './ThingKnown.tsx'
import styles from './KnowledgePanel.module.css'

export function KnowledgePanel() {
  const known = knownStore(state => state.known)
  const selection = viewStore(state => state.selection)
  const knowers = useKnowers()
  return (
    <div className={styles.panel}>
      <Choice knowers={knowers} />
      {known && selection && <ThingKnown {...{ known, selection, knowers }} />}
      {known && <Told known={known} />}
      <NoElection />
    </div>
  )
}

/** While one looks through nobody's eyes, what is selected on the stage is looked through. */
function Choice({ knowers: actors }: { knowers: string[] }) {
  const knower = viewStore(state => state.knower)
  const selection = viewStore(state => state.selection)
  const node = selection?.includes('/') ? `node-${selection.split('/')[1]}` : selection
  useEffect(() => {
    const isFree = viewStore.getState().knower === null
    if (isFree && node !== null && actors.includes(node)) viewStore.setState({ knower: node })
  }, [node, actors])
  return (
    <label className={styles.choice}>
      Show on the stage
      <select
        value={knower ?? ''}
        onChange={({ target }) => viewStore.setState({ knower: target.value || null })}
      >
        <option value="">everything</option>
        {actors.map(actor => (
          <option key={actor} value={actor}>
            what {namePlace(actor)} knows
          </option>
        ))}
      </select>
    </label>
  )
}

/** Instances and storage nodes. */
function useKnowers(): string[] {
  const frame = engineStore(state => state.frame)
  return useSteady(frame ? [...frame.instances, ...frame.nodes].map(({ id }) => id) : [])
}

function Told({ known }: { known: Knowledge }) {
  return (
    <section className={styles.told} aria-label={`What ${known.actor} knows`}>
      <p>
        <WithTerms text={sayRole(known)} />
      </p>
      <dl>
        {ownPoints(known).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <table>
        <caption>Of whom it has heard</caption>
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">Is</th>
            <th scope="col">Heard last</th>
          </tr>
        </thead>
        <tbody>
          {known.others.map(other => (
            <tr key={other.actor} data-state={stateOf(other)}>
              <th scope="row">{namePlace(other.actor)}</th>
              <td>{stateWords[stateOf(other)]}</td>
              <td>{heardWords(other, known)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.quiet}>
        Lights, quorum and the sentence of the instant are its own. Messages on their way are shown
        only if it sent them, and nothing of what befalls them.
      </p>
    </section>
  )
}

function NoElection() {
  return (
    <details className={styles.card}>
      <summary>Why no election, no leader?</summary>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">Raft would</th>
            <th scope="col">Aurora</th>
          </tr>
        </thead>
        <tbody>
          {electionRows.map(({ ask, raft, aurora, story }) => (
            <tr key={ask}>
              <th scope="row">{ask}</th>
              <td>{raft}</td>
              <td>
                <WithTerms text={aurora} />
                {story && (
                  <button
                    type="button"
                    className={styles.story}
                    onClick={() => void openStory(story.name)}
                  >
                    {story.title}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
