/** The run up to here in sentences, an instant a paragraph; what is told can be chosen. */
import { useEffect, useRef } from 'react'
import type { Fact } from '../../../engine/contract/facts.ts'
import { narrationKinds } from '../../../words/narrationWords.ts'
import { learnSentences, say } from '../../../words/say.ts'
import { whySentences } from '../../../words/whySentences.ts'
import { seek } from '../../store/commands.ts'
import { engineStore } from '../../store/engineStore.ts'
import { useAsked } from '../../store/useAsked.ts'
import { ChoiceRow } from '../../widgets/ChoiceRow.tsx'
import { formatInstant } from '../../widgets/formatInstant.ts'
import { WithTerms } from '../../widgets/WithTerms.tsx'
import styles from './NarrationPanel.module.css'
import { type Detail, narrationStore, toggleKind } from './narrationStore.ts'
import { isTold, type Paragraph, paragraphsOf } from './paragraphs.ts'
import { hasVoice } from './voice.ts'

learnSentences(whySentences)

/** Longer than this nobody reads; what is older stands under Facts. */
const most = 150

export function NarrationPanel() {
  return (
    <>
      <NowSaid />
      <Kinds />
      <Log />
    </>
  )
}

function NowSaid() {
  const caption = engineStore(({ frame }) => (frame === null ? '' : say(frame.caption)))
  return (
    <p className={styles.now}>
      <small>Now</small> <WithTerms text={caption} />
    </p>
  )
}

function Kinds() {
  const kinds = narrationStore(state => state.kinds)
  return (
    <details className={styles.choice}>
      <summary>What is told, and how</summary>
      <fieldset aria-label="What is told">
        {narrationKinds.map(([kind, words]) => (
          <label key={kind}>
            <input type="checkbox" checked={kinds.has(kind)} onChange={() => toggleKind(kind)} />
            {words}
          </label>
        ))}
      </fieldset>
      <Aloud />
    </details>
  )
}

const details: Record<Detail, string> = {
  brief: 'the most telling sentence',
  full: 'up to three',
}

/** Off until it is asked for. */
function Aloud() {
  const { isAloud, isVoiced, detail } = narrationStore()
  return (
    <fieldset aria-label="Read aloud">
      <Check
        isOn={isAloud}
        onChange={isOn => narrationStore.setState({ isAloud: isOn })}
        words="Read aloud by a screen reader, every four seconds at most"
      />
      {hasVoice() && (
        <Check
          isOn={isVoiced}
          onChange={isOn => narrationStore.setState({ isVoiced: isOn })}
          words="Read aloud by the voice of this browser"
        />
      )}
      {isVoiced && <Rate />}
      {(isAloud || isVoiced) && (
        <ChoiceRow
          label="How much at once"
          names={['brief', 'full']}
          chosen={detail}
          onChoose={chosen => narrationStore.setState({ detail: chosen })}
          wordsOf={name => details[name]}
        />
      )}
    </fieldset>
  )
}

interface CheckProps {
  isOn: boolean
  onChange: (isOn: boolean) => void
  words: string
}

function Check({ isOn, onChange, words }: CheckProps) {
  return (
    <label>
      <input type="checkbox" checked={isOn} onChange={event => onChange(event.target.checked)} />
      {words}
    </label>
  )
}

function Rate() {
  const rate = narrationStore(state => state.rate)
  return (
    <label>
      Speed of the voice
      <input
        type="range"
        min={0.5}
        max={2}
        step={0.25}
        value={rate}
        aria-valuetext={`${rate} times`}
        onChange={({ target }) => narrationStore.setState({ rate: Number(target.value) })}
      />
      {rate}×
    </label>
  )
}

const none: Fact[] = []

function Log() {
  const facts = useAsked('narration', engine => engine.facts('notable')) ?? none
  const kinds = narrationStore(state => state.kinds)
  const told = facts.filter(fact => isTold(fact, kinds))
  const paragraphs = paragraphsOf(told).slice(-most)
  const end = useEndInSight(paragraphs.at(-1)?.at)
  if (paragraphs.length === 0) return <p className={styles.none}>Nothing happened yet.</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <ol className={styles.log} aria-label="What happened" tabIndex={0}>
      {paragraphs.map(paragraph => (
        <Told key={`${paragraph.at} ${paragraph.sentences[0]}`} paragraph={paragraph} />
      ))}
      <li ref={end} aria-hidden="true" />
    </ol>
  )
}

/** New paragraphs come into sight by themselves. */
function useEndInSight(newest: number | undefined) {
  const end = useRef<HTMLLIElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it moves with the newest
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' })
  }, [newest])
  return end
}

function Told({ paragraph: { at, sentences } }: { paragraph: Paragraph }) {
  const instant = formatInstant(at)
  return (
    <li>
      <button
        type="button"
        className={styles.instant}
        aria-label={`Go to ${instant}`}
        onClick={() => seek(at)}
      >
        {instant}
      </button>
      <WithTerms text={sentences.join(' ')} />
    </li>
  )
}
