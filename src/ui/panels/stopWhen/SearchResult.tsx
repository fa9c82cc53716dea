/** What the search came to: the fact with its instant and its why, or that it did not come. */
import { type ReactNode, useEffect, useRef } from 'react'
import { factName } from '../../../words/factNames.ts'
import { say } from '../../../words/say.ts'
import { sayableFact } from '../../../words/sayableFact.ts'
import { askWhy } from '../../store/askWhy.ts'
import { seek } from '../../store/commands.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Button } from '../../widgets/Button.tsx'
import { formatInstant } from '../../widgets/formatInstant.ts'
import { WithTerms } from '../../widgets/WithTerms.tsx'
import { askAgain, startSearch } from './search.ts'
import styles from './StopWhen.module.css'
import { type Search, stopWhenStore } from './stopWhenStore.ts'
import { wishRules } from './wishRules.ts'

function close(): void {
  viewStore.setState({ dialog: null })
}

function goOn(): void {
  const rules = wishRules()
  if (rules !== null) void startSearch(rules)
}

export function SearchResult() {
  const search = stopWhenStore(state => state.search)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.querySelector('button')?.focus(), [])
  return (
    <div ref={place} className={styles.result}>
      {search.state === 'found' ? <Found search={search} /> : <Unfound search={search} />}
    </div>
  )
}

function Found({ search: { fact, from } }: { search: Extract<Search, { state: 'found' }> }) {
  return (
    <Told
      acts={
        <>
          <Button look="strong" onClick={close}>
            Look at it
          </Button>
          <Button onClick={() => void askWhy(fact)}>Why?</Button>
          <Button onClick={goOn}>Go on to the next</Button>
        </>
      }
      from={from}
    >
      <strong>At {formatInstant(fact.at)}: </strong>
      <WithTerms text={say(sayableFact(fact))} />
    </Told>
  )
}

/** It did not come, or the search was called off. */
function Unfound({ search }: { search: Search }) {
  const { fact } = stopWhenStore(state => state.wish)
  if (search.state !== 'missed' && search.state !== 'calledOff') return null
  return (
    <Told
      acts={
        <Button look="strong" onClick={close}>
          Stay here
        </Button>
      }
      from={search.from}
    >
      {unfoundWords(search, factName(fact))}
    </Told>
  )
}

function unfoundWords(
  search: Extract<Search, { state: 'missed' | 'calledOff' }>,
  name: string,
): string {
  const at = formatInstant(search.at)
  if (search.state === 'calledOff') return `Called off. The run stands at ${at}.`
  if (search.at < search.limit) return `The run ends at ${at}; “${name}” did not come before it.`
  return `Not before ${at}: up to there “${name}” did not come like that.`
}

interface ToldProps {
  children: ReactNode
  acts: ReactNode
  /** Where the search began. */
  from: number
}

function Told({ children, acts, from }: ToldProps) {
  const goBack = () => {
    void seek(from)
    close()
  }
  return (
    <>
      <p role="status" className={styles.told}>
        {children}
      </p>
      <p className={styles.note}>The run is paused there.</p>
      <div className={styles.acts}>
        {acts}
        <Button onClick={askAgain}>Change the wish</Button>
        <Button onClick={goBack}>Back to {formatInstant(from)}</Button>
      </div>
    </>
  )
}
