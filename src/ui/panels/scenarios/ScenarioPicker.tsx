/** The stories, each by the question it answers, and the door for a scenario of one's own. */
import { useState } from 'react'
import type { ScenarioCard } from '../../../engine/contract/description.ts'
import { lessons } from '../../lessons/catalogue.ts'
import { openLesson } from '../../lessons/openLesson.ts'
import { engineStore } from '../../store/engineStore.ts'
import { openFile } from '../../store/openFile.ts'
import { openStory } from '../../store/openSource.ts'
import { ChoiceRow } from '../../widgets/ChoiceRow.tsx'
import styles from './ScenarioPicker.module.css'

const none: ScenarioCard[] = []

export function ScenarioPicker() {
  const cards = engineStore(state => state.description?.scenarios ?? none)
  const open = engineStore(state => state.opened?.scenario.name)
  const [tag, setTag] = useState<string | null>(null)
  const shown = cards.filter(({ tags }) => tag === null || tags.includes(tag))
  return (
    <>
      <Lessons />
      <Tags cards={cards} tag={tag} onTag={setTag} />
      <ul className={styles.cards}>
        {shown.map(card => (
          <li key={card.name}>
            <Card card={card} isOpen={card.name === open} />
          </li>
        ))}
      </ul>
      <FileDoor />
    </>
  )
}

/** What one learns step by step, with a prediction and a goal. */
function Lessons() {
  return (
    <ul className={styles.cards} aria-label="Lessons">
      {lessons.map(({ name, title, retired, steps }) => (
        <li key={name}>
          <button
            type="button"
            className={styles.card}
            aria-label={`Lesson: ${title}`}
            onClick={() => openLesson(name)}
          >
            <strong>{title}</strong>
            <span>Predict, watch, try it yourself: {steps.length} steps.</span>
            <small>
              lesson
              {retired !== null && ` · ${retired.words}`}
            </small>
          </button>
        </li>
      ))}
    </ul>
  )
}

function Card({ card, isOpen }: { card: ScenarioCard; isOpen: boolean }) {
  return (
    <button
      type="button"
      className={styles.card}
      aria-label={card.title}
      aria-current={isOpen || undefined}
      onClick={() => openStory(card.name)}
    >
      <strong>{card.title}</strong>
      {card.question !== card.title && <span>{card.question}</span>}
      <small>
        #{card.name}
        {isOpen && ' · open now'}
        {card.tags.includes('multi-master') && ' · Multi-Master, retired 28 Feb 2023'}
        {card.tags.includes('serverless') && ` · ${generationOf(card)}`}
      </small>
    </button>
  )
}

function generationOf({ tags }: ScenarioCard): string {
  const isFirst = tags.includes('v1')
  return isFirst ? 'Serverless v1, retired 31 Mar 2025' : 'Serverless v2; v1 retired 31 Mar 2025'
}

interface TagsProps {
  cards: ScenarioCard[]
  tag: string | null
  onTag: (tag: string | null) => void
}

function Tags({ cards, tag, onTag }: TagsProps) {
  const tags = [...new Set(cards.flatMap(card => card.tags))].sort()
  if (tags.length === 0) return null
  return (
    <ChoiceRow
      label="Show only"
      names={['all', ...tags]}
      chosen={tag ?? 'all'}
      onChoose={name => onTag(name === 'all' ? null : name)}
    />
  )
}

function FileDoor() {
  return (
    <label className={styles.file}>
      <span>Your own scenario: drop a JSON file anywhere on the page, or</span>
      <input
        type="file"
        aria-label="Open a scenario file"
        accept="application/json,.json"
        onChange={event => {
          const file = event.target.files?.[0]
          if (file !== undefined) void openFile(file)
          event.target.value = ''
        }}
      />
    </label>
  )
}
